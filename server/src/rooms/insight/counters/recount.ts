import { sql } from 'kysely'
import { record, type JournalledDeed } from '../../../platform/journal/record.ts'

/** Where the counters and the rows they count do not agree, by month. */
export interface Difference {
  readonly counter: string
  readonly month: string
  readonly detail: string
  readonly group: string
  readonly counted: number
  readonly recounted: number
}

const differing = (street: string) => sql<Difference>`
  with kept as (
    select counter, month, community_id, organ_id, grp, detail, sum(n)::int8 as n, sum(amount)::int8 as amount
    from tally where street_id = ${street}::uuid group by 1, 2, 3, 4, 5, 6
    having sum(n) <> 0 or sum(amount) <> 0),
  anew as (select * from recount_tally(${street}::uuid) where n <> 0 or amount <> 0)
  select counter, month::text, detail, grp as "group", coalesce(kept.n, 0)::int8 as counted, coalesce(anew.n, 0)::int8 as recounted
  from kept full join anew using (counter, month, community_id, organ_id, grp, detail)
  where (kept.n, kept.amount) is distinct from (anew.n, anew.amount)
  order by 1, 2, 3, 4`

/** Compares the counters with what the rooms' rows add up to. Nothing when all is well. */
export const findDifferences = async (deed: Pick<JournalledDeed, 'tx' | 'street'>): Promise<readonly Difference[]> =>
  (await differing(deed.street.id).execute(deed.tx)).rows

/**
 * Puts the counters right (`ronghe figures recount --mend`) from the rows. Frozen months are not touched: what was published stays published (D7).
 * @returns what differed before.
 */
export async function rebuildTally(deed: JournalledDeed): Promise<readonly Difference[]> {
  const differences = await findDifferences(deed)
  if (differences.length === 0) return []
  // No deed may count between the emptying and the filling.
  await sql`lock table tally in share row exclusive mode`.execute(deed.tx)
  await deed.tx.deleteFrom('tally').where('street_id', '=', deed.street.id).execute()
  await sql`
    insert into tally (street_id, counter, month, community_id, organ_id, grp, detail, slot, n, amount)
    select ${deed.street.id}::uuid, counter, month, community_id, organ_id, grp, detail, 0, n, amount
    from recount_tally(${deed.street.id}::uuid) where n <> 0 or amount <> 0`.execute(deed.tx)
  await record(deed, { kind: 'insight.counters.rebuilt', plain: { differences: differences.length } })
  return differences
}
