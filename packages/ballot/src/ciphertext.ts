import type { Group } from './group.ts'
import { fieldsOf, numberBelow } from './strict-json.ts'

/** An ElGamal encryption of a small number m: (g^r, y^r g^m). */
export type Ciphertext = { readonly alpha: bigint; readonly beta: bigint }

export function readCiphertext(value: unknown, { p }: Group): Ciphertext {
  const fields = fieldsOf(value, ['alpha', 'beta'])
  const element = numberBelow(p)
  return { alpha: element(fields['alpha']), beta: element(fields['beta']) }
}

/** The encryption of the sum: encryptions multiply where what they hide adds. */
export const sumOf = (group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext =>
  ciphertexts.reduce((sum, one) => ({ alpha: group.multiply(sum.alpha, one.alpha), beta: group.multiply(sum.beta, one.beta) }), {
    alpha: 1n,
    beta: 1n,
  })

export const writtenOut = (ciphertexts: readonly Ciphertext[]): string => ciphertexts.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')

/** A ciphertext whose maker knows the randomness and what is inside. */
export type Opened = Ciphertext & { readonly randomness: bigint; readonly hidden: number }

export function encrypt(key: ElectionKey, hidden: number, randomness: bigint): Opened {
  const { group, raise } = key
  return { alpha: group.raise(randomness), beta: group.multiply(raise(randomness), group.raise(BigInt(hidden))), randomness, hidden }
}

/** An election's public key y with its table of powers. */
export type ElectionKey = { readonly group: Group; readonly y: bigint; readonly raise: (exponent: bigint) => bigint }

export const electionKey = (group: Group, y: bigint): ElectionKey => {
  let table: ((exponent: bigint) => bigint) | undefined
  return { group, y, raise: (exponent) => (table ??= group.fixed(y))(exponent) }
}
