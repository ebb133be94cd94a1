import type { Text } from '@ronghe/contract/values.ts'
import type { CityDatabase } from '../../../platform/city/city-database.ts'

/**
 * A street may for a while have rows of two cells, while it moves from one to the other: it lives where it was last heard of. Whoever is not
 * heard of at all keeps the rows it handed over.
 */
const home = 'home as (select distinct on (street_id) * from city_street order by street_id, seen_at desc)'
/** The other cells of such streets. Nearly always there are none, so leaving them out costs less than looking every row up. */
const left = `${home}, left_behind as materialized (
  select street_id, cell from city_street where (street_id, cell) not in (select street_id, cell from home))`
const isHome = '(street_id, cell) not in (select street_id, cell from left_behind)'

export interface StreetRow {
  readonly id: string
  readonly cell: string
  readonly name: Text
  readonly map_column: number | null
  readonly map_row: number | null
  readonly seen_at: Date
  readonly last_month: string | null
}

/** In the order of the city's register; streets without a place in it come last, by name. */
export const readStreets = (city: CityDatabase): Promise<readonly StreetRow[]> =>
  city.read<StreetRow>(`
    with ${home}, last as (select street_id, cell, max(month) as month from city_report group by 1, 2)
    select street_id as id, cell, name, map_column, map_row, seen_at, to_char(last.month, 'YYYY-MM') as last_month
    from home left join last using (street_id, cell)
    order by place nulls last, name ->> 'zh-CN', street_id`)

/** Newest first. */
export async function readMonths(city: CityDatabase): Promise<readonly string[]> {
  const rows = await city.read<{ month: string }>(
    `select to_char(month, 'YYYY-MM') as month from city_report group by city_report.month order by city_report.month desc limit 36`,
  )
  return rows.map(({ month }) => month)
}

/** So many of one group, added up: of a share `n` of `of_n`, of a sum or mean `amount` over `n`. */
export interface Counts {
  readonly n: number
  readonly of_n: number | null
  readonly amount: number | null
}

export interface RolledUp extends Counts {
  readonly measure: string
  readonly grp: string
  readonly streets: number
}

/** A month of all streets: a plain sum over small rows. */
export const rollUp = (city: CityDatabase, month: string): Promise<readonly RolledUp[]> =>
  city.read<RolledUp>(
    `with ${left}
     select measure, grp, sum(n)::bigint as n, sum(of_n)::bigint as of_n, sum(amount)::bigint as amount, count(*)::int as streets
     from city_figure where month = $1::date and ${isHome} group by measure, grp`,
    [`${month}-01`],
  )

export interface FigureRow extends Counts {
  readonly street_id: string
  readonly month: string
  readonly grp: string
}

/** One measure in every street, over some months. */
export const readFigures = (city: CityDatabase, measure: string, months: readonly string[]): Promise<readonly FigureRow[]> =>
  city.read<FigureRow>(
    `with ${left}
     select street_id, to_char(month, 'YYYY-MM') as month, grp, n, of_n, amount
     from city_figure where month = any($1::date[]) and measure = $2 and ${isHome}`,
    [months.map((month) => `${month}-01`), measure],
  )

export async function readHandedOver(city: CityDatabase, month: string): Promise<ReadonlySet<string>> {
  const rows = await city.read<{ street_id: string }>(`select street_id from city_report where month = $1::date`, [`${month}-01`])
  return new Set(rows.map(({ street_id }) => street_id))
}
