import { createHash } from 'node:crypto'

/**
 * The order in which the people of a drawn panel are asked, within each bench: by SHA-256 of "commitment number row". It follows from what is
 * published, so anybody can repeat it, and nobody could know it before the dice fell.
 */
export function orderOf(commitment: string, number: number, rows: readonly number[]): readonly number[] {
  const key = (row: number): string => createHash('sha256').update(`${commitment} ${number} ${row}`).digest('hex')
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}
