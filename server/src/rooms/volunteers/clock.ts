import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { freeze } from '../../platform/privacy/frozen-figures.ts'
import { setting } from '../../platform/settings/settings.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { forgetWhoseIdea } from './activity-planning.ts'
import { beginningsFigure } from './beginnings.ts'
import { fullness, getActivity, getShift, settleActivity } from './activity-rows.ts'
import { act, shiftLink } from './shift-list.ts'
import { endTeam, hasShiftsAhead } from './teams.ts'

/** Offers that have run out go on to the next; places that became free at night are offered in the morning. */
export async function moveLines(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('sign_up')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'sign_up.street_id').onRef('shift.id', '=', 'sign_up.shift_id'))
    .select('shift.id')
    .distinct()
    .where('sign_up.street_id', '=', deed.street.id)
    .where('shift.cancelled_at', 'is', null)
    .where('shift.starts_at', '>', new Date(deed.now.getTime() - 86_400_000))
    .where(({ or, and, eb }) =>
      or([
        and([eb('sign_up.state', '=', 'offered'), eb('sign_up.offer_until', '<=', deed.now)]),
        and([eb('sign_up.state', '=', 'waiting'), eb('shift.starts_at', '>', deed.now)]),
      ]),
    )
    .orderBy('shift.id')
    .execute()
  for (const { id } of rows) await act(deed, await getShift(deed, id, 'lock'), { kind: 'tick' })
}

/** A day ahead and not enough people: everybody who comes is told, and the leader moves the shift, calls it off or finds somebody. */
export async function tellBelowMinimum(deed: Deed): Promise<void> {
  const { belowMinimumHours } = await setting(deed, 'volunteers')
  const rows = await deed.tx
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
    )
    .select(['shift.id', 'shift.minimum', 'shift.maximum', 'shift.activity_id'])
    .where('shift.street_id', '=', deed.street.id)
    .where('activity.state', 'in', ['open', 'full', 'running'])
    .where('shift.cancelled_at', 'is', null)
    .where('shift.below_told_at', 'is', null)
    .where('shift.starts_at', '>', deed.now)
    .where('shift.starts_at', '<=', new Date(deed.now.getTime() + belowMinimumHours * 3_600_000))
    .orderBy('shift.id')
    .execute()
  const full = await fullness(
    deed,
    rows.map(({ id }) => id),
  )
  for (const shift of rows.filter((row) => full(row).missing > 0)) {
    await deed.tx
      .updateTable('shift')
      .set({ below_told_at: deed.now })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', shift.id)
      .execute()
    await record(deed, { kind: 'volunteers.shift.below-minimum', plain: { shift: shift.id } })
    const coming = await deed.tx
      .selectFrom('sign_up')
      .select('person_id')
      .where('street_id', '=', deed.street.id)
      .where('shift_id', '=', shift.id)
      .where('state', '=', 'placed')
      .execute()
    for (const { person_id } of coming) await notify(deed, person_id, { template: 'volunteers-below', link: shiftLink(shift.id) })
    const { leader_post } = await getActivity(deed, shift.activity_id)
    if (leader_post) await notifyPost(deed, leader_post, { template: 'volunteers-below-leader', link: shiftLink(shift.id) })
  }
}

/** Activities go on with their shifts; a task team ends after its last day. */
export async function settle(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('activity')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['open', 'full', 'running', 'confirmingHours'])
    .execute()
  for (const { id } of rows) await settleActivity(deed, id)
  const teams = await deed.tx
    .selectFrom('team')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('closed_on', 'is', null)
    .where('ends_on', '<', today(deed))
    .execute()
  for (const { id } of teams) if (!(await hasShiftsAhead(deed, id))) await endTeam(deed, id)
}

export const shiftJobs: readonly Job[] = [
  { name: 'volunteers.lines.move', every: '*/5 * * * *', run: moveLines },
  { name: 'volunteers.below-minimum', every: '*/15 * * * *', run: tellBelowMinimum },
  { name: 'volunteers.activities.settle', every: '*/10 * * * *', run: settle },
  { name: 'volunteers.beginnings.freeze', every: '40 1 * * *', run: async (deed) => void (await freeze(deed, beginningsFigure)) },
  { name: 'volunteers.ideas.forget', every: '50 2 * * *', run: forgetWhoseIdea },
]
