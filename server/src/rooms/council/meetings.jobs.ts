import type { Deed } from '../../platform/deed.ts'
import { dropEngagements } from '../programme/engagements.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { addDays, dayIn, endOfDay, startOfDay } from '../../platform/calendar/working-days.ts'
import { wrapUpClosed } from './meeting-closing.ts'
import { meetingLink } from './meeting-planning.ts'
import { meetingRows } from './meeting-rows.ts'
import { tellWhatIsDue } from './meetings-due.ts'
import { publishByItself } from './minutes-steps.ts'

export const meetingJobs: readonly Job[] = [
  { name: 'council.meetings.wrap-up', every: '*/10 * * * *', run: wrapUpClosed },
  { name: 'council.meetings.remind', every: '0 10 * * *', run: remind },
  { name: 'council.meetings.due', every: '5 8 * * 1', run: tellWhatIsDue },
  { name: 'council.meetings.publish', every: '20 6 * * *', run: publishByItself },
  { name: 'council.meetings.forget-practice', every: '40 2 * * *', run: forgetPractice },
]

/** Two days before, whoever has not answered is asked once more. */
export async function remind(deed: Deed): Promise<void> {
  const { zone } = deed.street
  const day = addDays(dayIn(zone, deed.now), 2)
  const rows = await meetingRows(deed)
    .innerJoin('meeting_invitation as invitation', (join) =>
      join.onRef('invitation.street_id', '=', 'meeting.street_id').onRef('invitation.meeting_id', '=', 'meeting.id'),
    )
    .select('invitation.person_id')
    .where('meeting.state', '=', 'notified')
    .where('meeting.starts_at', '>=', startOfDay(zone, day))
    .where('meeting.starts_at', '<', endOfDay(zone, day))
    .where('invitation.answer', 'is', null)
    .where('invitation.seat_as', '<>', 'substitute')
    .execute()
  for (const { id, person_id } of rows) await notify(deed, person_id, { template: 'meeting-answer-reminder', link: meetingLink(id) })
}

/** A practice meeting is gone a week after it was to end, with everything said in it. */
export const practiceDays = 7
export async function forgetPractice(deed: Deed): Promise<void> {
  const { tx, street } = deed
  const over = await tx
    .selectFrom('meeting')
    .select('id')
    .where('street_id', '=', street.id)
    .where('kind', '=', 'practice')
    .where('ends_at', '<', new Date(deed.now.getTime() - practiceDays * 86_400_000))
    .execute()
  for (const { id } of over) {
    for (const table of ['meeting_event', 'meeting_sign_in', 'meeting_invitation', 'agenda_item', 'agenda', 'meeting_plan'] as const)
      await tx.deleteFrom(table).where('street_id', '=', street.id).where('meeting_id', '=', id).execute()
    await tx.deleteFrom('meeting').where('street_id', '=', street.id).where('id', '=', id).execute()
    await dropEngagements(deed, 'meeting', id)
    await record(deed, { kind: 'council.practice.forgotten', plain: { meeting: id } })
  }
}
