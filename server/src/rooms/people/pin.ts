import { timingSafeEqual } from 'node:crypto'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'

/** Four digits are quickly tried, so the hash needs the key that lies outside the database, and belongs to one person. */
export const pinHash = (deed: Deed, personId: string, pin: string): string =>
  deed.platform.sealer.lookup(deed.street.id, 'code', `${personId} pin ${pin}`).toString('hex')

export const isPin = (deed: Deed, personId: string, pin: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(pinHash(deed, personId, pin)), Buffer.from(hash))

const shareHours = 24

/** One's own PIN; with `share` one more person may make an account with this number within a day. */
export async function choosePin(
  deed: Deed,
  personId: string,
  { pin, share }: { readonly pin: string; readonly share: boolean },
): Promise<{ shareableUntil: string | null }> {
  const until = share ? new Date(deed.now.getTime() + shareHours * 3_600_000) : null
  await deed.tx
    .updateTable('person')
    .set({ pin_hash: pinHash(deed, personId, pin), share_until: until })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', personId)
    .execute()
  await record(deed, { kind: 'people.pin.set', about: personId, plain: { share } })
  return { shareableUntil: until?.toISOString() ?? null }
}
