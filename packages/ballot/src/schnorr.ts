import type { Group } from './group.ts'
import { challengeOf } from './hash.ts'
import { randomBelow, type RandomBytes } from './random.ts'
import { fieldsOf, numberBelow } from './strict-json.ts'

export type Proof = { readonly challenge: bigint; readonly response: bigint }

export function readProof(value: unknown, { q }: Group): Proof {
  const fields = fieldsOf(value, ['challenge', 'response'])
  const exponent = numberBelow(q)
  return { challenge: exponent(fields['challenge']), response: exponent(fields['response']) }
}

/**
 * Knowledge of the exponent behind g^secret, bound to everything in the prefix (Schnorr, made non-interactive by hashing).
 * The prefix says what it is for: `pok|…` a trustee's key, `sigmsg|…` a trustee's message, `sig|…` a ballot.
 */
export function proveExponent(group: Group, prefix: string, secret: bigint, random: RandomBytes): Proof {
  const nonce = randomBelow(group.q, random)
  const challenge = challengeOf(prefix, [group.raise(nonce)], group.q)
  return { challenge, response: group.reduce(nonce - secret * challenge) }
}

export function checkExponent(group: Group, prefix: string, raised: bigint, { challenge, response }: Proof): boolean {
  const commitment = group.multiply(group.raise(response), group.power(raised, challenge))
  return challengeOf(prefix, [commitment], group.q) === challenge
}
