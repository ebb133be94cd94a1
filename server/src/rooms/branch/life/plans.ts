import { type addPlan, type layOutYear, type listPlans, OccasionKind, type Plan, type Rule } from '@ronghe/contract/branch/occasions.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { dayOf, type BranchDeed } from '../../../platform/branch/branch-deed.ts'
import { recordInBranch } from '../../../platform/branch/branch-journal.ts'
import { calendarFor } from '../../../platform/calendar/calendar-days.ts'
import type { Calendar } from '../../../platform/calendar/working-days.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { requireOffice } from '../offices-held.ts'
import { getBranchOrgan } from '../organs.ts'
import { refuseNames } from './names-in-words.ts'
import { toPlan, yearOf, type PlanRow } from './occasion-rows.ts'
import { datesOf } from './recurrence.ts'
import { usualPlans } from './usual-plans.ts'

type Planned = BodyOf<typeof addPlan>
const mostPlans = 30

export const branchCalendar = (deed: BranchDeed): Promise<Calendar> => deed.outside(calendarFor)

export async function plansForOffice(deed: BranchDeed, branchId: string, asked?: number): Promise<ReplyOf<typeof listPlans>> {
  await requireOffice(deed, branchId)
  const [rows, calendar, year] = [await plansOf(deed, branchId), await branchCalendar(deed), yearOf(deed, asked)]
  const kinds = new Set(rows.map(({ kind }) => kind))
  return {
    year,
    items: rows.map((row) => toPlan(calendar, row, year)),
    may: [
      ...(rows.length < mostPlans ? (['add'] as const) : []),
      ...(usualPlans.some(({ kind }) => !kinds.has(kind)) ? (['usual'] as const) : []),
      ...(rows.length > 0 ? (['layOut'] as const) : []),
    ],
  }
}

export async function planMore(deed: BranchDeed, branchId: string, body: Planned): Promise<Plan> {
  await requireOffice(deed, branchId)
  if ((await plansOf(deed, branchId)).length >= mostPlans) throw refused('branch-plans-full', { params: { most: mostPlans } })
  await checkWords(deed, branchId, body)
  const row = await insertPlan(deed, branchId, body)
  await recordInBranch(deed, { kind: 'branch.plan.added', plain: { branch: branchId, plan: row.id } })
  return toPlan(await branchCalendar(deed), row, yearOf(deed, undefined))
}

export async function replan(deed: BranchDeed, branchId: string, id: string, body: Planned): Promise<Plan> {
  await requireOffice(deed, branchId)
  await checkWords(deed, branchId, body)
  const row = await deed.tx
    .updateTable('plan')
    .set(columnsOf(deed, body))
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw notFound('branch-plan')
  await recordInBranch(deed, { kind: 'branch.plan.changed', plain: { branch: branchId, plan: id } })
  return toPlan(await branchCalendar(deed), row, yearOf(deed, undefined))
}

export async function planNoMore(deed: BranchDeed, branchId: string, id: string): Promise<void> {
  await requireOffice(deed, branchId)
  const row = await deed.tx
    .updateTable('plan')
    .set({ ended_on: dayOf(deed) })
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound('branch-plan')
  await recordInBranch(deed, { kind: 'branch.plan.ended', plain: { branch: branchId, plan: id } })
}

/** The usual ones that the branch does not have yet, at its own reception desk until it says otherwise. */
export async function takeUsual(deed: BranchDeed, branchId: string): Promise<{ added: number }> {
  await requireOffice(deed, branchId)
  const kinds = new Set((await plansOf(deed, branchId)).map(({ kind }) => kind))
  const missing = usualPlans.filter(({ kind }) => !kinds.has(kind))
  const place = await usualPlace(deed, branchId)
  for (const plan of missing) await insertPlan(deed, branchId, { ...plan, agenda: [...plan.agenda], place })
  await recordInBranch(deed, { kind: 'branch.plan.usual', plain: { branch: branchId, added: missing.length } })
  return { added: missing.length }
}

async function usualPlace(deed: BranchDeed, branchId: string): Promise<Text> {
  await getBranchOrgan(deed, branchId)
  const row = await deed.tx
    .selectFrom('branch')
    .select('reception')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', branchId)
    .executeTakeFirst()
  return (row?.reception as Text | null | undefined) ?? { 'zh-CN': '接待办公室', en: 'Reception desk' }
}

/**
 * Puts down a date in every period of the year that has none yet. What lies before today is left alone, unless the whole year does: then it is
 * the past that is being entered from paper.
 */
export async function layOut(deed: BranchDeed, branchId: string, { year }: BodyOf<typeof layOutYear>): Promise<{ added: number }> {
  await requireOffice(deed, branchId)
  return layOutPlans(deed, branchId, year, year < Number(dayOf(deed).slice(0, 4)) ? `${year}-01-01` : dayOf(deed))
}

export async function layOutPlans(deed: BranchDeed, branchId: string, year: number, from: string): Promise<{ added: number }> {
  const calendar = await branchCalendar(deed)
  let added = 0
  for (const plan of await plansOf(deed, branchId))
    for (const { period, day } of datesOf(plan.rule as Rule, year, calendar)) {
      if (day < from) continue
      const { numInsertedOrUpdatedRows } = await deed.tx
        .insertInto('occasion')
        .values({
          street_id: deed.street.id,
          id: deed.id(),
          branch_id: branchId,
          plan_id: plan.id,
          period,
          kind: plan.kind,
          title: JSON.stringify(plan.title),
          place: JSON.stringify(plan.place),
          agenda: JSON.stringify(plan.agenda),
          day,
          planned_day: day,
          from_minute: plan.from_minute,
          to_minute: plan.to_minute,
          open_to_all: plan.open_to_all,
          state: 'planned',
        })
        .onConflict((conflict) => conflict.columns(['street_id', 'plan_id', 'period']).doNothing())
        .executeTakeFirst()
      added += Number(numInsertedOrUpdatedRows ?? 0n)
    }
  await recordInBranch(deed, { kind: 'branch.year.laid-out', plain: { branch: branchId, year, added } })
  return { added }
}

/** In the order in which the kinds are always named. */
export async function plansOf(deed: BranchDeed, branchId: string): Promise<PlanRow[]> {
  const rows = await deed.tx
    .selectFrom('plan')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('branch_id', '=', branchId)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  const place = (row: PlanRow): number => OccasionKind.options.indexOf(row.kind)
  return rows.toSorted((one, other) => place(one) - place(other))
}

const columnsOf = (deed: BranchDeed, { kind, title, place, agenda, rule, from, to, openToAll }: Planned) => ({
  kind,
  title: JSON.stringify(title),
  place: JSON.stringify(place),
  agenda: JSON.stringify(agenda),
  rule: JSON.stringify(rule),
  from_minute: from,
  to_minute: to,
  open_to_all: openToAll,
  changed_on: dayOf(deed),
})

export const insertPlan = (deed: BranchDeed, branchId: string, planned: Planned): Promise<PlanRow> =>
  deed.tx
    .insertInto('plan')
    .values({ street_id: deed.street.id, id: deed.id(), branch_id: branchId, ...columnsOf(deed, planned) })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Hours that make sense, and nobody named. */
export async function checkWords(
  deed: BranchDeed,
  branchId: string,
  { from, to, title, place, agenda }: Pick<Planned, 'from' | 'to' | 'title' | 'place' | 'agenda'>,
): Promise<void> {
  if (to <= from) throw unfit([{ path: 'to', code: 'hours-backwards' }])
  const both = (text: Readonly<Record<string, string | undefined>>): string => Object.values(text).join('\n')
  await refuseNames(deed, branchId, { title: both(title), place: both(place), agenda: agenda.map(both).join('\n') })
}
