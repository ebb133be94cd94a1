import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { daysOf, finishedSince } from '../../platform/calendar/periods.ts'
import { dayIn, elapsed, endOfDay, startOfDay, type Calendar, type Pause } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { today } from '../programme/posts.ts'
import type { FigureLine, GroupKey } from './equity-formulas.ts'

const atOnce = 1000

/**
 * Adds up finished quarters that have not been added up yet, once and for good: a decision may be reopened, a person erased, a case
 * de-identified, and the published quarter stays as it was. That is what makes two readings of it harmless, and it needs no scan per request.
 * @returns the quarters that were added up now.
 */
export async function addUpQuarters(deed: Deed): Promise<readonly string[]> {
  const known = new Set(await frozenQuarters(deed))
  const first = await deed.tx
    .selectFrom('service_case')
    .select(({ fn }) => fn.min('decided_at').as('at'))
    .where('street_id', '=', deed.street.id)
    .where('decided_at', 'is not', null)
    .executeTakeFirst()
  if (!first?.at) return []
  const made: string[] = []
  for (const quarter of finishedSince(dayIn(deed.street.zone, first.at), 'quarter', today(deed))) {
    if (known.has(quarter)) continue
    await addUp(deed, quarter)
    made.push(quarter)
  }
  return made
}

/** Newest first. */
export async function frozenQuarters(deed: Deed): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('case_figure_quarter')
    .select('quarter')
    .where('street_id', '=', deed.street.id)
    .orderBy('quarter', 'desc')
    .execute()
  return rows.map(({ quarter }) => quarter)
}

export async function linesOf(deed: Deed, quarter: string): Promise<readonly FigureLine[]> {
  const rows = await deed.tx
    .selectFrom('case_figure')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('quarter', '=', quarter)
    .execute()
  return rows.map((row) => ({
    service: row.service_key,
    group: row.group_choice,
    channel: row.channel,
    outcome: row.outcome,
    reason: row.reason,
    days: row.days,
    ownDays: row.own_days,
    extraVisits: row.extra_visits,
    cases: row.cases,
  }))
}

async function addUp(deed: Deed, quarter: string): Promise<void> {
  const { tx, street } = deed
  const { first, last } = daysOf(quarter)
  const calendar = await calendarFor(deed)
  const lines = new Map<string, FigureLine>()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const cases = await tx
      .selectFrom('service_case')
      .innerJoin('service', (join) =>
        join.onRef('service.street_id', '=', 'service_case.street_id').onRef('service.id', '=', 'service_case.service_id'),
      )
      .select([
        'service_case.id',
        'service.key',
        'service_case.group_at_filing',
        'service_case.channel',
        'service_case.outcome',
        'service_case.reason',
        'service_case.filed_at',
        'service_case.accepted_at',
        'service_case.decided_at',
      ])
      .where('service_case.street_id', '=', street.id)
      .where('service_case.decided_at', '>=', startOfDay(street.zone, first))
      .where('service_case.decided_at', '<', endOfDay(street.zone, last))
      .where('service_case.outcome', 'is not', null)
      .where('service_case.merged_into', 'is', null)
      .where('service_case.id', '>', after)
      .orderBy('service_case.id')
      .limit(atOnce)
      .execute()
    if (cases.length === 0) break
    after = cases.at(-1)!.id
    const ids = cases.map(({ id }) => id)
    const pauses = await pausesOf(deed, ids)
    const visits = await extraVisitsOf(deed, ids)
    for (const row of cases) {
      const { days, ownDays } = daysSpent(calendar, row.accepted_at ?? row.filed_at, row.decided_at!, pauses.get(row.id) ?? [])
      const line = {
        service: row.key,
        group: row.group_at_filing as GroupKey,
        channel: row.channel,
        outcome: row.outcome!,
        reason: row.reason ?? '',
        days,
        ownDays,
        extraVisits: visits.get(row.id) ?? 0,
      }
      const key = Object.values(line).join(' ')
      lines.set(key, { ...line, cases: (lines.get(key)?.cases ?? 0) + 1 })
    }
  }
  const rows = [...lines.values()].map((line) => ({
    street_id: street.id,
    quarter,
    service_key: line.service,
    group_choice: line.group,
    channel: line.channel,
    outcome: line.outcome,
    reason: line.reason,
    days: line.days,
    own_days: line.ownDays,
    extra_visits: line.extraVisits,
    cases: line.cases,
  }))
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insertInto('case_figure')
      .values(rows.slice(from, from + atOnce))
      .execute()
  await tx
    .insertInto('case_figure_quarter')
    .values({ street_id: street.id, quarter, cases: rows.reduce((sum, { cases }) => sum + cases, 0), made_at: deed.now })
    .execute()
}

/** Working days the offices took, and those in which the resident was asked for something, apart. */
export function daysSpent(
  calendar: Calendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[],
): { readonly days: number; readonly ownDays: number } {
  const all = elapsed(calendar, from, to, [])
  const days = elapsed(calendar, from, to, pauses)
  return { days, ownDays: all - days }
}

async function pausesOf(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Pause[]>> {
  const events = await deed.tx
    .selectFrom('case_event')
    .select(['case_id', 'kind', 'at'])
    .where('street_id', '=', deed.street.id)
    .where('case_id', 'in', ids)
    .where('kind', 'in', ['asked', 'supplemented', 'lapsed'])
    .orderBy('case_id')
    .orderBy('number')
    .execute()
  return new Map(
    [...Map.groupBy(events, ({ case_id }) => case_id)].map(([id, list]) => [
      id,
      list.flatMap(({ kind, at }, place) =>
        kind === 'asked' ? [{ from: at, ...(list[place + 1] ? { to: list[place + 1]!.at } : {}) }] : [],
      ),
    ]),
  )
}

async function extraVisitsOf(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await deed.tx
    .selectFrom('case_visit')
    .select(['case_id', 'day'])
    .distinct()
    .where('street_id', '=', deed.street.id)
    .where('case_id', 'in', ids)
    .execute()
  return new Map([...Map.groupBy(rows, ({ case_id }) => case_id)].map(([id, days]) => [id, days.length - 1]))
}
