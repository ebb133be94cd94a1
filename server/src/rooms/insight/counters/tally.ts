import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'

/** What a counter holds of some months: one line per place, group and detail. Null where it has no place; `all` where it has no group. */
export interface TallyLine {
  readonly counter: string
  readonly community: string | null
  readonly organ: string | null
  readonly group: 'newcomer' | 'local' | 'unstated' | 'all'
  readonly detail: string
  readonly n: number
  /** What adds up beside the number: minutes, days, cents; 0 where nothing does. */
  readonly amount: number
}

const nowhere = '00000000-0000-0000-0000-000000000000'

/**
 * Reads counters of the months from the one of `first` to the one of `last`. The work grows with the kinds of things counted, never with how
 * many things there were. Lines that came to nothing (what was counted has been undone) are left out.
 */
export async function readTally(
  deed: Deed,
  counters: readonly string[],
  { first, last }: { readonly first: string; readonly last: string },
): Promise<readonly TallyLine[]> {
  const { rows } = await sql<TallyLine>`
    select counter, nullif(community_id, ${nowhere}::uuid) as community, nullif(organ_id, ${nowhere}::uuid) as organ,
           grp as "group", detail, sum(n)::int8 as n, sum(amount)::int8 as amount
    from tally
    where street_id = ${deed.street.id}::uuid and counter = any(${[...counters]})
      and month between date_trunc('month', ${first}::date)::date and ${last}::date
    group by counter, community_id, organ_id, grp, detail
    having sum(n) <> 0 or sum(amount) <> 0
    order by counter, community_id, organ_id, grp, detail`.execute(deed.tx)
  return rows
}

/** The first month in which one of the counters counted anything; undefined while none has. */
export async function firstCounted(deed: Deed, counters: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ first: string | null }>`
    select min(month)::text as first from tally
    where street_id = ${deed.street.id}::uuid and counter = any(${[...counters]}) and n <> 0`.execute(deed.tx)
  return rows[0]?.first ?? undefined
}
