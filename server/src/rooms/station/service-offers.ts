import type { Text } from '@ronghe/contract/values.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'

/** What the agreements behind services say today. */
export interface Offers {
  inForce(key: string): boolean
  instead(key: string): Text | null
  describe(key: string): { key: string; title: Text; endsOn: string | null } | undefined
  idOf(key: string): string | undefined
}

export async function readOffers(deed: Deed): Promise<Offers> {
  const today = dayIn(deed.street.zone, deed.now)
  const rows = await deed.tx
    .selectFrom('agreement')
    .select(['id', 'key', 'title', 'state', 'starts_on', 'ends_on', 'instead'])
    .where('street_id', '=', deed.street.id)
    .where('key', 'is not', null)
    .execute()
  const known = new Map(rows.map((row) => [row.key!, row]))
  return {
    // A nightly job writes "expired"; the date alone decides, so nothing is offered on the morning after.
    inForce(key) {
      const found = known.get(key)
      return found?.state === 'inForce' && (!found.starts_on || found.starts_on <= today) && (!found.ends_on || found.ends_on >= today)
    },
    instead: (key) => (known.get(key)?.instead as Text | null | undefined) ?? null,
    describe(key) {
      const found = known.get(key)
      return found && { key, title: found.title as Text, endsOn: found.ends_on }
    },
    idOf: (key) => known.get(key)?.id,
  }
}
