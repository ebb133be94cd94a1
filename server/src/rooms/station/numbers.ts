import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'

/** The next number of a series without gaps: until this deed ends, whoever wants the next one waits here. Take it last. */
export async function takeNumber(deed: Deed, name: string): Promise<number> {
  const { value } = await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name, value: 1 })
    .onConflict((conflict) => conflict.columns(['street_id', 'name']).doUpdateSet({ value: sql<number>`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
