import type { GivingQuarter, readGiving } from '@ronghe/contract/volunteers/giving.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { Shown, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import type { Group, Text } from '@ronghe/contract/values.ts'
import type { z } from 'zod/mini'
import { dayIn, addDays, startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { frozen, nextShown, type FrozenFigure } from '../../../platform/privacy/frozen-figures.ts'
import { showParts } from '../../../platform/privacy/suppression.ts'
import { groupsOf } from '../../people/group.ts'
import { today } from '../../programme/posts.ts'
import { hoursRows } from '../hours/hours-rows.ts'
import { latestThanks } from './thanks.ts'

const groups = ['newcomer', 'local', 'unstated'] as const
type ByGroup = Readonly<Record<Group, number>>

/** What is counted of a quarter, once and for good; what may be shown of it is decided from these numbers alone. */
interface Counts {
  readonly gave: ByGroup
  readonly minutes: ByGroup
  readonly received: ByGroup
  readonly shifts: Readonly<Record<string, number>>
  readonly notes: number
}

/** Hours of a quarter are claimed within a week, confirmed within two more, and drawn for a check at the month's end. */
export const givingFigure: FrozenFigure<Counts> = {
  figure: 'volunteers.giving',
  every: 'quarter',
  waits: 30,
  async since(deed) {
    const first = await deed.tx
      .selectFrom('hours_entry')
      .select((row) => row.fn.min('starts_at').as('at'))
      .where('street_id', '=', deed.street.id)
      .executeTakeFirst()
    return first?.at ? dayIn(deed.street.zone, first.at) : undefined
  },
  async count(deed, days) {
    const span = { from: startOfDay(deed.street.zone, days.first), until: startOfDay(deed.street.zone, addDays(days.last, 1)) }
    const rows = await hoursRows(deed)
      .where('confirmation.entry_id', 'is not', null)
      .where('reversal.id', 'is', null)
      .where('entry.starts_at', '>=', span.from)
      .where('entry.starts_at', '<', span.until)
      .execute()
    const learners = await deed.tx
      .selectFrom('engagement')
      .select('person_id')
      .distinct()
      .where('street_id', '=', deed.street.id)
      .where('kind', 'in', ['class', 'mentoring'])
      .where('cancelled', '=', false)
      .where('starts_at', '>=', span.from)
      .where('starts_at', '<', span.until)
      .execute()
    const givers = [...new Set(rows.map(({ person_id }) => person_id))]
    const taught = learners.map(({ person_id }) => person_id)
    const groupOf = await groupsOf(deed, [...new Set([...givers, ...taught])], span.until)
    const shifts = await deed.tx
      .selectFrom('shift')
      .innerJoin('activity', (join) =>
        join.onRef('activity.street_id', '=', 'shift.street_id').onRef('activity.id', '=', 'shift.activity_id'),
      )
      .select((row) => ['activity.kind', row.fn.countAll<string>().as('count')] as const)
      .where('shift.street_id', '=', deed.street.id)
      .where('shift.cancelled_at', 'is', null)
      .where('shift.starts_at', '>=', span.from)
      .where('shift.starts_at', '<', span.until)
      .groupBy('activity.kind')
      .execute()
    const { notes } = await deed.tx
      .selectFrom('thank_note')
      .select((row) => row.fn.countAll<string>().as('notes'))
      .where('street_id', '=', deed.street.id)
      .where('state', '=', 'published')
      .where('decided_on', '>=', days.first)
      .where('decided_on', '<=', days.last)
      .executeTakeFirstOrThrow()
    const count = (ids: readonly string[], weigh: (id: string) => number): ByGroup => {
      const sums = { newcomer: 0, local: 0, unstated: 0 }
      for (const id of ids) sums[groupOf.get(id) ?? 'unstated'] += weigh(id)
      return sums
    }
    const minutes = Map.groupBy(rows, ({ person_id }) => person_id)
    return {
      gave: count(givers, () => 1),
      minutes: count(givers, (id) => minutes.get(id)!.reduce((sum, row) => sum + row.minutes, 0)),
      received: count(taught, () => 1),
      shifts: Object.fromEntries(shifts.map(({ kind, count: so }) => [kind, Number(so)])),
      notes: Number(notes),
    }
  },
}

export async function readGivingPage(deed: Deed): Promise<ReplyOf<typeof readGiving>> {
  const counted = await frozen(deed, givingFigure)
  const support = await deed.tx
    .selectFrom('support')
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'support.street_id').onRef('organ.id', '=', 'support.organ_id'))
    .select(['organ.name', 'support.what', 'support.cents', 'support.delivered_on'])
    .where('support.street_id', '=', deed.street.id)
    .where('support.state', '=', 'delivered')
    .where('organ.kind', 'in', ['corps', 'school'])
    .orderBy('support.delivered_on', 'desc')
    .limit(12)
    .execute()
  return {
    quarters: [...counted]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .slice(0, 6)
      .map(([period, { counts }]) => toQuarter(period, counts)),
    next: nextShown(givingFigure, today(deed)),
    support: support.map(({ name, what, cents, delivered_on }) => ({
      organ: name as Text,
      what,
      cents: cents === null ? null : Number(cents),
      on: delivered_on!,
    })),
    thanks: await latestThanks(deed, 12),
  }
}

/** Who gave and who received are two sets of people; nothing is added up over both. */
export function toQuarter(period: string, { gave, minutes, received, shifts, notes }: Counts): z.infer<typeof GivingQuarter> {
  const givers = showParts(groups.map((group) => gave[group]))
  const learners = showParts(groups.map((group) => received[group]))
  return {
    period,
    gave: byGroup(givers),
    hours: hoursShown(givers.parts, givers.total, minutes),
    received: byGroup(learners),
    shifts: Object.entries(shifts)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, count]) => ({ kind, count })),
    notes,
  }
}

const byGroup = ({ parts, total }: ReturnType<typeof showParts>) => ({
  newcomer: parts[0]!,
  local: parts[1]!,
  unstated: parts[2]!,
  total,
})

/** Where one group's people are hidden its hours would be the total less the others': then only the total is shown. */
function hoursShown(cells: readonly Shown[], total: Shown, minutes: ByGroup) {
  const all = cells.every((cell) => cell.kind === 'shown')
  const figure = (shown: boolean, value: number): ShownFigure =>
    shown ? { kind: 'shown', value: Math.floor(value / 60) } : { kind: 'few' }
  return {
    newcomer: figure(all, minutes.newcomer),
    local: figure(all, minutes.local),
    unstated: figure(all, minutes.unstated),
    total: figure(total.kind === 'shown', minutes.newcomer + minutes.local + minutes.unstated),
  }
}
