import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { queryCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { takeNumber } from './numbers.ts'

const seriesOf = (deed: Deed): string => `case ${dayIn(deed.street.zone, deed.now).slice(2, 7).replace('-', '')}`

/** The month's next number, without gaps: until this deed ends, whoever files next waits here. Call it last. */
export async function takeCaseNumber(deed: Deed): Promise<string> {
  const series = seriesOf(deed)
  return `SJ-${series.slice(-4)}-${String(await takeNumber(deed, series)).padStart(5, '0')}`
}

/** Puts a number back that was taken in this deed; nobody could take another one since. */
export async function giveCaseNumberBack(deed: Deed): Promise<void> {
  await deed.tx
    .updateTable('counter')
    .set({ value: sql<number>`value - 1` })
    .where('street_id', '=', deed.street.id)
    .where('name', '=', seriesOf(deed))
    .execute()
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
