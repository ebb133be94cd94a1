import type { Group } from './group.ts'
import type { RandomBytes } from './random.ts'
import { checkExponent, proveExponent, readProof, type Proof } from './schnorr.ts'
import { fieldsOf, numberBelow } from './strict-json.ts'

/** A trustee's public key with the proof that somebody knows the private one. */
export type TrusteeKey = { readonly pok: Proof; readonly public_key: bigint }

export const makeTrusteeKey = (group: Group, secret: bigint, random: RandomBytes): TrusteeKey => {
  const key = group.raise(secret)
  return { pok: proveExponent(group, prefixOf(group, key), secret, random), public_key: key }
}

export const isTrusteeKey = (group: Group, { pok, public_key: key }: TrusteeKey): boolean =>
  group.contains(key) && checkExponent(group, prefixOf(group, key), key, pok)

export function readTrusteeKey(value: unknown, group: Group): TrusteeKey {
  const fields = fieldsOf(value, ['pok', 'public_key'])
  return { pok: readProof(fields['pok'], group), public_key: numberBelow(group.p)(fields['public_key']) }
}

const prefixOf = (group: Group, key: bigint): string => `pok|${group.name}|${key}|`
