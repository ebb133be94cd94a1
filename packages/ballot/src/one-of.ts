import { type Ciphertext, type ElectionKey, type Opened } from './ciphertext.ts'
import { challengeOf } from './hash.ts'
import { randomBelow, type RandomBytes } from './random.ts'
import type { Proof } from './schnorr.ts'

/** "This ciphertext hides this value." */
export type Claim<C extends Ciphertext = Ciphertext> = { readonly ciphertext: C; readonly value: number }

/**
 * Proves that at least one of the claims holds without telling which (Cramer, Damgård, Schoenmakers 1994): the false ones are played with
 * challenges chosen beforehand, the true one gets what is left of the hash. Whoever makes it knows all randomness, so every power has a base
 * with a table. Specification 4.12 (one ciphertext, several values) and 4.13 (two ciphertexts) are this one proof with different prefixes.
 * @param holds the index of a claim that is true
 */
export function proveOneOf(
  key: ElectionKey,
  prefix: string,
  claims: readonly Claim<Opened>[],
  holds: number,
  random: RandomBytes,
): Proof[] {
  const { group } = key
  const { q } = group
  const drawn = claims.map(() => ({ challenge: randomBelow(q, random), response: randomBelow(q, random) }))
  const nonce = drawn[holds]!.response
  const commitments = claims.flatMap(({ ciphertext, value }, index) => {
    if (index === holds) return [group.raise(nonce), key.raise(nonce)]
    const { challenge, response } = drawn[index]!
    const exponent = group.reduce(response + ciphertext.randomness * challenge)
    const left = group.reduce(BigInt(ciphertext.hidden - value) * challenge)
    return [group.raise(exponent), group.multiply(key.raise(exponent), group.raise(left))]
  })
  const others = drawn.reduce((sum, { challenge }, index) => (index === holds ? sum : sum + challenge), 0n)
  const challenge = group.reduce(challengeOf(prefix, commitments, q) - others)
  const response = group.reduce(nonce - claims[holds]!.ciphertext.randomness * challenge)
  return drawn.map((proof, index) => (index === holds ? { challenge, response } : proof))
}

/**
 * @returns whether one of the claims holds; false too where a ciphertext is not made of elements of the group.
 */
export function checkOneOf(key: ElectionKey, prefix: string, claims: readonly Claim[], proofs: readonly Proof[]): boolean {
  if (proofs.length !== claims.length) return false
  const { group } = key
  const powers = new Map<bigint, bigint[]>()
  const wanted = new Map<bigint, bigint[]>()
  claims.forEach(({ ciphertext }, index) => {
    for (const element of new Set([ciphertext.alpha, ciphertext.beta]))
      wanted.set(element, [...(wanted.get(element) ?? []), proofs[index]!.challenge])
  })
  // Being in the group is raising to q and getting 1 (see Group.contains); it rides along with the powers that are needed anyway.
  for (const [element, exponents] of wanted) {
    const raised = group.powersOf(element, [...exponents, group.q])
    if (element <= 0n || element >= group.p || raised.pop() !== 1n) return false
    powers.set(element, raised)
  }
  const commitments = claims.flatMap(({ ciphertext: { alpha, beta }, value }, index) => {
    const { challenge, response } = proofs[index]!
    const a = powers.get(alpha)!.shift()!
    const b = alpha === beta ? a : powers.get(beta)!.shift()!
    const shifted = group.raise(group.reduce(-BigInt(value) * challenge))
    return [group.multiply(group.raise(response), a), group.multiply(group.multiply(key.raise(response), b), shifted)]
  })
  const sum = proofs.reduce((total, { challenge }) => total + challenge, 0n)
  return challengeOf(prefix, commitments, group.q) === group.reduce(sum)
}
