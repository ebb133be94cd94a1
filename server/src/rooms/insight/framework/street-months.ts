import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { indicators } from '../indicators/all.ts'
import type { Line } from '../indicators/definition.ts'

/** Lines of one month of one measure, for the whole street: places are added up. */
export interface StreetMonth {
  readonly indicator: string
  readonly period: string
  readonly measure: string
  readonly lines: readonly Line[]
}

interface Row {
  readonly figure: string
  readonly period: string
  readonly measure: string
  readonly lines: readonly { readonly g: Line['group']; readonly p: string; readonly n: number; readonly a: number }[]
}

/**
 * What was frozen of all indicators from a month on, in one question. It reads so many rows as there are indicators and months in the window,
 * however long the history and however many people stand behind it.
 */
export async function streetMonths(deed: Deed, from: string): Promise<readonly StreetMonth[]> {
  const figures = indicators.map(({ key }) => `insight.${key}`)
  const { rows } = await sql<Row>`
    select figure, period, measure,
           coalesce(jsonb_agg(jsonb_build_object('g', grp, 'p', part, 'n', n, 'a', amount)) filter (where grp is not null), '[]') as lines
    from (
      select f.figure, f.period, m.key as measure, l."group" as grp, l.part, sum(l.n) as n, sum(l.amount) as amount
      from frozen_figure f
      cross join lateral jsonb_each(f.counts) m
      left join lateral jsonb_to_recordset(m.value) as l("group" text, part text, n numeric, amount numeric) on true
      where f.street_id = ${deed.street.id}::uuid and f.figure = any(${figures}) and f.period >= ${from}
      group by f.figure, f.period, m.key, l."group", l.part
    ) counted
    group by figure, period, measure
    order by figure, period, measure`.execute(deed.tx)
  return rows.map(({ figure, period, measure, lines }) => ({
    indicator: figure.slice('insight.'.length),
    period,
    measure,
    lines: lines.map(({ g, p, n, a }) => ({ community: null, organ: null, group: g, part: p, n, amount: a })),
  }))
}
