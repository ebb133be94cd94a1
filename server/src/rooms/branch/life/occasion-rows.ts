import type { Occasion, OccasionKind, Plan, Rule } from '@ronghe/contract/branch/occasions.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import type { OccasionTable, PlanTable } from '../../../platform/branch/tables.ts'
import type { Calendar } from '../../../platform/calendar/working-days.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { actsOn, appraisalDays, membersRead, sheetUntil } from './occasion-rules.ts'
import { datesOf } from './recurrence.ts'

export type OccasionRow = Selectable<OccasionTable>
export type PlanRow = Selectable<PlanTable>

export const minutesPlace = (deed: BranchDeed, id: string) => ({
  street: deed.street.id,
  table: 'branch.occasion',
  column: 'minutes_sealed',
  row: id,
})

/** Who reads: an office-holder sees what the branch may do with a date, a member whether they may say that they were there. */
export type Reader = { readonly kind: 'office' } | { readonly kind: 'member'; readonly came: 'tap' | 'paper' | null }

export function toOccasion(deed: BranchDeed, calendar: Calendar, row: OccasionRow, reader: Reader): Occasion {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title as Text,
    place: row.place as Text,
    agenda: row.agenda as Text[],
    from: row.from_minute,
    to: row.to_minute,
    openToAll: row.open_to_all,
    day: row.day,
    plannedDay: row.planned_day,
    fromPlan: row.plan_id !== null,
    state: row.state,
    cancelledFor: row.cancelled_for,
    appraisal: row.kind === 'appraisal' ? appraisalDays(row.day, calendar) : null,
    minutesWritten: row.minutes_sealed !== null,
    sheetUntil: sheetUntil(row.day),
    guests: row.guests,
    may: mayDo(row, dayOf(deed), reader),
  }
}

function mayDo(row: OccasionRow, today: string, reader: Reader): Occasion['may'] {
  const acts = actsOn(row, today)
  const read = row.minutes_sealed !== null ? (['readMinutes'] as const) : []
  if (reader.kind === 'office') return [...acts, ...read]
  return [
    ...(acts.includes('sheet') && reader.came === null ? (['come'] as const) : []),
    ...(acts.includes('sheet') && reader.came === 'tap' ? (['takeBack'] as const) : []),
    ...(membersRead(row.kind) ? read : []),
  ]
}

export function toPlan(calendar: Calendar, row: PlanRow, year: number): Plan {
  const rule = row.rule as Rule
  return {
    id: row.id,
    kind: row.kind as OccasionKind,
    title: row.title as Text,
    place: row.place as Text,
    agenda: row.agenda as Text[],
    from: row.from_minute,
    to: row.to_minute,
    openToAll: row.open_to_all,
    rule,
    days: datesOf(rule, year, calendar).map(({ day }) => day),
    may: ['change', 'end'],
  }
}

/** One date of this branch; one of another branch is not there. */
export async function getOccasion(deed: BranchDeed, branchId: string, id: string): Promise<OccasionRow> {
  const row = await deed.tx
    .selectFrom('occasion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('branch-occasion')
  return row
}

export const occasionsOf = (deed: BranchDeed, branchId: string, year: number): Promise<OccasionRow[]> =>
  deed.tx
    .selectFrom('occasion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .orderBy('from_minute')
    .orderBy('id')
    .execute()

export const yearOf = (deed: BranchDeed, asked: number | undefined): number => asked ?? Number(dayOf(deed).slice(0, 4))
