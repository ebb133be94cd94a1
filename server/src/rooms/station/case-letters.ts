import type { Deed } from '../../platform/deed.ts'
import { maskIdNumber } from '../../platform/privacy/masking.ts'

const place = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'case_external', column: 'letter_sealed', row: id })
export const sealLetter = (deed: Deed, id: string, letter: string): Buffer => deed.platform.sealer.seal(place(deed, id), letter)
/** Empty once the case was de-identified. */
export const openLetter = (deed: Deed, id: string, sealed: Buffer | null): string =>
  sealed ? deed.platform.sealer.open(place(deed, id), sealed) : ''

/** Numbers of ID cards as people write them, whole or in groups: eighteen signs or, of the old ones, fifteen. A date in the middle tells them from phones. */
const day = '(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])'
const idNumbers = new RegExp(`(?<!\\d)\\d{6}[ -]?(?:(?:19|20)\\d{2}${day}[ -]?\\d{3}[\\dXx]|\\d{2}${day}[ -]?\\d{3})(?!\\d)`, 'g')
export const withoutIdNumbersIn = (letter: string): string =>
  letter.replaceAll(idNumbers, (number) => maskIdNumber(number.replaceAll(/[ -]/g, '')))

/** ID numbers are kept no longer than the case is open, in letters to other places as in the answers (08, Retention). */
export async function maskLetters(deed: Deed, caseId: string): Promise<void> {
  const letters = await deed.tx
    .selectFrom('case_external')
    .select(['id', 'letter_sealed'])
    .where('street_id', '=', deed.street.id)
    .where('case_id', '=', caseId)
    .where('letter_sealed', 'is not', null)
    .execute()
  for (const { id, letter_sealed } of letters) {
    const letter = openLetter(deed, id, letter_sealed)
    const masked = withoutIdNumbersIn(letter)
    if (masked === letter) continue
    await deed.tx
      .updateTable('case_external')
      .set({ letter_sealed: sealLetter(deed, id, masked) })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .execute()
  }
}
