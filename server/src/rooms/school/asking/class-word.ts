import { timingSafeEqual } from 'node:crypto'
import type { Deed } from '../../../platform/deed.ts'

/** No sign that is mistaken for another when it is said aloud or written on a board. */
const signs = '23456789ACDEFHJKMNPRTUVWXY'

/** The word of a class, worked out and kept nowhere: six signs that nobody outside guesses. */
export function classWord({ platform, street }: Pick<Deed, 'platform' | 'street'>, courseId: string): string {
  const bytes = platform.sealer.lookup(street.id, 'person', `class-word ${courseId}`)
  return Array.from(bytes.subarray(0, 6), (byte) => signs[byte % signs.length]).join('')
}

export function isClassWord(deed: Pick<Deed, 'platform' | 'street'>, courseId: string, typed: string): boolean {
  const said = Buffer.from(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, ''),
  )
  const right = Buffer.from(classWord(deed, courseId))
  return said.length === right.length && timingSafeEqual(said, right)
}
