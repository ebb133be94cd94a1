import { daysOf } from '../../platform/calendar/periods.ts'
import type { Deed } from '../../platform/deed.ts'

/** The first day there is anything to count: looked for in all of history only until a period was counted, then known from it. */
export async function sinceCounted(deed: Deed, figure: string, look: () => Promise<string | undefined>): Promise<string | undefined> {
  const counted = await deed.tx
    .selectFrom('frozen_figure')
    .select((row) => row.fn.min('period').as('first'))
    .where('street_id', '=', deed.street.id)
    .where('figure', '=', figure)
    .executeTakeFirst()
  return counted?.first ? daysOf(counted.first).first : look()
}
