import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'

/**
 * The next number of a council's year, without gaps: the counter's row stays locked until this deed ends, so ten who file at once get ten
 * numbers in a row and a refused filing uses none. Take it last.
 */
export async function takeMotionNumber(deed: Deed, councilId: string, year: number): Promise<number> {
  const { value } = await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name: `motion ${councilId} ${year}`, value: 1 })
    .onConflict((conflict) => conflict.columns(['street_id', 'name']).doUpdateSet({ value: sql<number>`counter.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
