import { type Ciphertext } from './ciphertext.ts'
import type { Election } from './election.ts'
import type { Group } from './group.ts'
import { challengeOf } from './hash.ts'
import { randomBelow, type RandomBytes } from './random.ts'
import { readProof, type Proof } from './schnorr.ts'
import { compact, fieldsOf, listOf, Malformed, numberBelow, parseJson } from './strict-json.ts'
import { trusteeKeyAt, type Trustees } from './trustees.ts'

type Sums = readonly (readonly Ciphertext[])[]

/** One trustee's part of opening the sums: every alpha raised to the trustee's share, with the proof that it was that share. */
export type PartialDecryption = {
  readonly decryption_factors: readonly (readonly bigint[])[]
  readonly decryption_proofs: readonly (readonly Proof[])[]
}

/** @param share the private key of a single trustee, or what `openShare` gives one of several */
export function decryptPart({ key: { group }, fingerprint }: Election, sums: Sums, share: bigint, random: RandomBytes): string {
  const shown = group.raise(share)
  const factors = sums.map((row) => row.map(({ alpha }) => group.power(alpha, share)))
  const proofs = sums.map((row) =>
    row.map(({ alpha }) => {
      const nonce = randomBelow(group.q, random)
      const challenge = challengeOf(prefixOf(fingerprint, shown), [group.raise(nonce), group.power(alpha, nonce)], group.q)
      return { challenge, response: group.reduce(nonce - share * challenge) }
    }),
  )
  return compact({ decryption_factors: factors, decryption_proofs: proofs })
}

/** @returns the part, or undefined where the trustee with that public key did not make it for these sums */
export function checkPart(
  { key: { group }, fingerprint }: Election,
  sums: Sums,
  shown: bigint,
  text: string,
): PartialDecryption | undefined {
  const part = readPart(text, group)
  if (!part) return undefined
  const { decryption_factors: factors, decryption_proofs: proofs } = part
  const sameShape = (rows: readonly (readonly unknown[])[]): boolean =>
    rows.length === sums.length && rows.every((row, index) => row.length === sums[index]!.length)
  if (!sameShape(factors) || !sameShape(proofs)) return undefined
  const holds = sums.every((row, asked) =>
    row.every(({ alpha }, place) => {
      const factor = factors[asked]![place]!
      const { challenge, response } = proofs[asked]![place]!
      const a = group.multiply(group.raise(response), group.power(shown, challenge))
      const b = group.productOfPowers([
        [alpha, response],
        [factor, challenge],
      ])
      return group.contains(factor) && challengeOf(prefixOf(fingerprint, shown), [a, b], group.q) === challenge
    }),
  )
  return holds ? part : undefined
}

const prefixOf = (fingerprint: string, shown: bigint): string => `decrypt|${fingerprint}|${shown}|`

function readPart(text: string, group: Group): PartialDecryption | undefined {
  try {
    const fields = fieldsOf(parseJson(text), ['decryption_factors', 'decryption_proofs'])
    const part = {
      decryption_factors: listOf(fields['decryption_factors'], (row) => listOf(row, numberBelow(group.p))),
      decryption_proofs: listOf(fields['decryption_proofs'], (row) => listOf(row, (one) => readProof(one, group))),
    }
    return compact(part) === text ? part : undefined
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/** A checked part and whose it is: `owner` counts trustees from 1. */
export type OwnedPart = { readonly owner: number; readonly part: PartialDecryption }

/** @returns for every question the sum in every place, or how many more trustees are needed */
export function combine(
  { key: { group } }: Election,
  trustees: Trustees,
  { sums, counted }: { readonly sums: Sums; readonly counted: number },
  parts: readonly OwnedPart[],
): { readonly result: readonly (readonly number[])[] } | { readonly missing: number } {
  const weights = weightsOf(group, trustees, parts)
  if ('missing' in weights) return weights
  return {
    result: sums.map((row, asked) =>
      row.map(({ beta }, place) => {
        const factor = weights.used
          .map(({ part, weight }) => group.power(part.decryption_factors[asked]![place]!, weight))
          .reduce(group.multiply, 1n)
        return smallLogarithm(group, group.multiply(beta, group.power(factor, group.q - 1n)), counted)
      }),
    ),
  }
}

type Weighed = { readonly part: PartialDecryption; readonly weight: bigint }

/** Which parts are used, and to which power (Lagrange's coefficients at 0, for a threshold group). */
function weightsOf(
  group: Group,
  trustees: Trustees,
  parts: readonly OwnedPart[],
): { readonly missing: number } | { readonly used: Weighed[] } {
  const used: Weighed[] = []
  let missing = 0
  let first = 1
  for (const [kind, key] of trustees) {
    const size = kind === 'Single' ? 1 : key.certs.length
    const needed = kind === 'Single' ? 1 : key.threshold
    const start = first
    const mine = parts.filter(({ owner }) => owner >= start && owner < start + size).slice(0, needed)
    missing += needed - mine.length
    const places = mine.map(({ owner }) => BigInt(owner - start + 1))
    mine.forEach(({ part }, index) => {
      const own = places[index]!
      const others = places.filter((place) => place !== own)
      const above = others.reduce((product, place) => group.reduce(product * place), 1n)
      const below = others.reduce((product, place) => group.reduce(product * (place - own)), 1n)
      used.push({ part, weight: group.reduce(above * inverse(below, group.q)) })
    })
    first += size
  }
  return missing > 0 ? { missing } : { used }
}

function inverse(number: bigint, prime: bigint): bigint {
  let [a, b, x, y] = [number, prime, 1n, 0n]
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y]
  return ((x % prime) + prime) % prime
}

/** The number hidden in g^number; it is at most as many as there are ballots, so counting up finds it. */
function smallLogarithm(group: Group, raised: bigint, most: number): number {
  let power = 1n
  for (let number = 0; number <= most; number++) {
    if (power === raised) return number
    power = group.multiply(power, group.g)
  }
  throw new Malformed('the parts open to no number that these ballots can give')
}

/** The part a trustee sent, checked against the key the election publishes for them. */
export function ownedPart(election: Election, trustees: Trustees, sums: Sums, owner: number, text: string): OwnedPart | undefined {
  const key = trusteeKeyAt(trustees, owner)
  const part = key && checkPart(election, sums, key.public_key, text)
  return part && { owner, part }
}
