import { deskPosts } from '@ronghe/contract/posts.ts'
import { calendarFor } from '../../../platform/calendar/calendar-days.ts'
import { dayIn, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { heldOn } from '../../programme/posts.ts'
import type { Span } from './hours-law.ts'

/** Posts whose holders are paid for their working hours: the desks, and social workers. */
const paidKinds = [...deskPosts, 'socialWorker'] as const

/** When a person is at paid work on the day of a span: on working days, unless on leave (08: an hour overlapping paid duty is refused). */
export async function paidTimes(deed: Deed, personId: string, { from }: Span): Promise<readonly Span[]> {
  const { zone } = deed.street
  const day = dayIn(zone, from)
  if (!(await calendarFor(deed)).isWorkingDay(day)) return []
  const held = await heldOn(deed, day)
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .leftJoin('leave', (join) =>
      join
        .onRef('leave.street_id', '=', 'appointment.street_id')
        .onRef('leave.appointment_id', '=', 'appointment.id')
        .on('leave.from_day', '<=', day)
        .on('leave.to_day', '>=', day),
    )
    .select('appointment.id')
    .where('appointment.person_id', '=', personId)
    .where('post.kind', 'in', [...paidKinds])
    .where('leave.id', 'is', null)
    .limit(1)
    .execute()
  if (held.length === 0) return []
  const { paidFromHour, paidToHour } = await setting(deed, 'volunteers')
  const midnight = startOfDay(zone, day).getTime()
  return [{ from: new Date(midnight + paidFromHour * 3_600_000), until: new Date(midnight + paidToHour * 3_600_000) }]
}
