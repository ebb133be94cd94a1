import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { noteAbsences } from './absences.ts'
import { recordOf } from './meeting-events.ts'
import type { MeetingRecord } from './meeting-record.ts'
import { lockMeeting, meetingRows, type Meeting } from './meeting-rows.ts'
import { keepMinutes } from './minutes-steps.ts'
import { watchAttendance } from './parity.ts'

/**
 * What follows when a meeting has closed: who was there, absences and what they lead to, the alarm where one bench stays away more than the
 * other, and the minutes. The floor calls it as the meeting closes; doing it again does nothing. Practice leaves no trace.
 */
export async function wrapUpMeeting(deed: Deed, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(deed, meetingId)
  if (meeting.state !== 'closed' || meeting.kind === 'practice') return
  const happened = await recordOf(deed, meeting)
  if (!happened) return
  await keepAttendance(deed, meeting, happened)
  await keepMinutes(deed, meeting)
  await noteAbsences(
    deed,
    meeting.councilId,
    meetingId,
    happened.delegates
      .filter(({ state }) => state !== 'present')
      .map(({ personId, state }) => ({ personId, excused: state === 'excused' })),
  )
  await watchAttendance(deed, meeting.councilId, meetingId)
}

async function keepAttendance(deed: Deed, { id }: Meeting, { delegates }: MeetingRecord): Promise<void> {
  const { tx, street } = deed
  await tx.deleteFrom('meeting_attendance').where('street_id', '=', street.id).where('meeting_id', '=', id).execute()
  await tx
    .insertInto('meeting_attendance')
    .values(
      delegates.map(({ personId, bench, state, cameAt, leftAt }) => ({
        street_id: street.id,
        meeting_id: id,
        person_id: personId,
        bench: bench as 'newcomers' | 'locals' | null,
        state,
        came_at: cameAt,
        left_at: leftAt,
      })),
    )
    .execute()
  await record(deed, {
    kind: 'council.attendance.kept',
    plain: { meeting: id, present: delegates.filter(({ state }) => state === 'present').length, inOffice: delegates.length },
  })
}

/** Meetings that closed while nobody could wrap them up. */
export async function wrapUpClosed(deed: Deed): Promise<void> {
  const rows = await meetingRows(deed).where('meeting.state', '=', 'closed').where('meeting.kind', '<>', 'practice').execute()
  for (const { id } of rows) await wrapUpMeeting(deed, id)
}
