import type { Deed } from '../../platform/deed.ts'
import { getOrgan } from '../programme/organ-rows.ts'
import { floorEvents } from './floor-events.ts'
import { meetingRecord, type MeetingRecord } from './meeting-record.ts'
import type { Meeting } from './meeting-rows.ts'

/** What happened in a meeting, with what its events do not say; undefined where it never opened. */
export async function recordOf(deed: Deed, meeting: Meeting): Promise<MeetingRecord | undefined> {
  const excused = await deed.tx
    .selectFrom('meeting_invitation')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meeting.id)
    .where('answer', '=', 'excused')
    .execute()
  const organ = await getOrgan(deed, meeting.councilId)
  return meetingRecord(await floorEvents(deed, meeting.id), {
    council: organ.name,
    number: meeting.number,
    kind: meeting.kind,
    place: meeting.place,
    zone: deed.street.zone,
    excused: new Set(excused.map(({ person_id }) => person_id)),
  })
}
