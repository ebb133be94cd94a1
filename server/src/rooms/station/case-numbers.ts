import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { queryCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'

/**
 * Takes the lock that keeps the month's numbers gapless: until this deed ends, whoever files next waits here. Call it last, and take the
 * number only when the case is certain to be filed.
 */
export async function holdCaseNumbers(deed: Deed): Promise<() => Promise<string>> {
  const month = dayIn(deed.street.zone, deed.now).slice(2, 7).replace('-', '')
  const name = `case ${month}`
  await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name, value: 0 })
    .onConflict((conflict) => conflict.columns(['street_id', 'name']).doNothing())
    .execute()
  await deed.tx
    .selectFrom('counter')
    .select('value')
    .where('street_id', '=', deed.street.id)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return async () => {
    const { value } = await deed.tx
      .updateTable('counter')
      .set({ value: sql<number>`value + 1` })
      .where('street_id', '=', deed.street.id)
      .where('name', '=', name)
      .returning('value')
      .executeTakeFirstOrThrow()
    return `SJ-${month}-${String(value).padStart(5, '0')}`
  }
}

/** A code nobody has yet; 35 random bits make a second round a curiosity. */
export async function freshCode(deed: Deed): Promise<{ code: string; hash: Buffer }> {
  for (;;) {
    const code = queryCode()
    const hash = deed.platform.sealer.lookup(deed.street.id, 'code', code)
    const taken = await deed.tx
      .selectFrom('service_case')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('code_hash', '=', hash)
      .executeTakeFirst()
    if (!taken) return { code, hash }
  }
}
