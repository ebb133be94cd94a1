import { drawSeed, isSignedBy, keysOf, readSigned, receive, send, signMessage, type SignedMessage } from './channel.ts'
import type { Group } from './group.ts'
import { randomBelow, type RandomBytes } from './random.ts'
import { compact, fieldsOf, listOf, Malformed, numberBelow, parseJson, textOf } from './strict-json.ts'
import { isTrusteeKey, makeTrusteeKey, readTrusteeKey, type TrusteeKey } from './trustee-key.ts'

// A key that no one holds: of m trustees any t + 1 can decrypt, and t cannot (Pedersen 1991; specification 4.6). Each trustee does three
// steps on their own device; the server in between carries texts it cannot read and checks what is public in them.

/** Step 1, the trustee: a seed to keep, a certificate to send. */
export function makeCertificate(group: Group, random: RandomBytes): { readonly seed: string; readonly certificate: string } {
  const seed = drawSeed(random)
  const { signing, verification, encryption } = keysOf(seed, group)
  return { seed, certificate: compact(signMessage(group, signing, compact({ verification, encryption }), random)) }
}

type Keys = { readonly verification: bigint; readonly encryption: bigint }

/** Step 1, everybody: the two public keys in a certificate. @throws Malformed where it is none */
export function readCertificate(group: Group, certificate: string): Keys & { readonly signed: SignedMessage } {
  const signed = readSigned(parseJson(certificate), group)
  const fields = fieldsOf(parseJson(signed.message), ['verification', 'encryption'])
  const element = numberBelow(group.p)
  const keys = { verification: element(fields['verification']), encryption: element(fields['encryption']) }
  if (!group.contains(keys.verification) || !group.contains(keys.encryption)) throw new Malformed('a key outside the group')
  if (!isSignedBy(group, keys.verification, signed)) throw new Malformed('the certificate is not signed by its own key')
  return { ...keys, signed }
}

/** A trustee's polynomial, its values sealed one for each trustee, and its coefficients raised, for everybody to check. */
export type Polynomial = { readonly polynomial: string; readonly secrets: readonly string[]; readonly coefexps: SignedMessage }

/** Step 2, the trustee. @param threshold how many trustees will be needed */
export function makePolynomial(
  group: Group,
  seed: string,
  certificates: readonly string[],
  threshold: number,
  random: RandomBytes,
): { readonly place: number; readonly text: string } {
  const { place, signing, everyone } = myPlace(group, seed, certificates)
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > everyone.length)
    throw new RangeError(`${threshold} of ${everyone.length} trustees`)
  const coefficients = Array.from({ length: threshold }, () => randomBelow(group.q, random))
  const to = (index: number, message: string): string => send(group, signing, everyone[index]!.encryption, message, random)
  const made: Polynomial = {
    polynomial: to(place, compact({ polynomial: coefficients })),
    secrets: everyone.map((_, index) => to(index, compact({ secret: valueAt(group, coefficients, index + 1) }))),
    coefexps: signMessage(group, signing, compact({ coefexps: coefficients.map((one) => group.raise(one)) }), random),
  }
  return { place, text: compact(made) }
}

/** Step 2, the server: what is public in a polynomial. @throws Malformed where it does not fit its sender's certificate */
export function readPolynomial(group: Group, text: string, certificates: readonly string[], place: number, threshold: number): Polynomial {
  const fields = fieldsOf(parseJson(text), ['polynomial', 'secrets', 'coefexps'])
  const secrets = listOf(fields['secrets'], textOf)
  if (secrets.length !== certificates.length) throw new Malformed('one secret is needed for each trustee')
  const coefexps = readSigned(fields['coefexps'], group)
  readCoefficients(group, coefexps, readCertificate(group, certificates[place]!).verification, threshold)
  return { polynomial: textOf(fields['polynomial']), secrets, coefexps }
}

/** What trustee `place` needs for step 3: everybody's message to them. */
export const inputFor = (polynomials: readonly Polynomial[], place: number): string =>
  compact({
    polynomial: polynomials[place]!.polynomial,
    secrets: polynomials.map(({ secrets }) => secrets[place]),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
  })

/** Step 3, the trustee: checks that nobody cheated, and adds up the share of the key. @throws Malformed where somebody did */
export function makeOutput(
  group: Group,
  seed: string,
  certificates: readonly string[],
  input: string,
  threshold: number,
  random: RandomBytes,
): string {
  const { place, signing, decryption, everyone } = myPlace(group, seed, certificates)
  const fields = fieldsOf(parseJson(input), ['polynomial', 'secrets', 'coefexps'])
  const secrets = listOf(fields['secrets'], textOf)
  const signed = listOf(fields['coefexps'], (one) => readSigned(one, group))
  if (secrets.length !== everyone.length || signed.length !== everyone.length) throw new Malformed('a trustee is missing')
  const shares = everyone.map(({ verification }, sender) => {
    const inner = fieldsOf(parseJson(receive(group, decryption, verification, secrets[sender]!)), ['secret'])
    const share = numberBelow(group.q)(inner['secret'])
    if (group.raise(share) !== raisedAt(group, readCoefficients(group, signed[sender]!, verification, threshold), place + 1))
      throw new Malformed(`trustee ${sender + 1} sent a share that does not fit what they published`)
    return share
  })
  const secret = group.reduce(shares.reduce((sum, share) => sum + share, 0n))
  return compact({
    private_key: send(group, signing, everyone[place]!.encryption, compact({ decryption_key: secret }), random),
    public_key: makeTrusteeKey(group, secret, random),
  })
}

/** Step 3, the server. @throws Malformed where the share's public side does not fit the polynomials */
export function readOutput(group: Group, text: string, polynomials: readonly Polynomial[], certificates: readonly string[], place: number) {
  const fields = fieldsOf(parseJson(text), ['private_key', 'public_key'])
  const key = readTrusteeKey(fields['public_key'], group)
  if (!isTrusteeKey(group, key) || key.public_key !== publicShare(group, polynomials, certificates, place))
    throw new Malformed('the share does not fit what the trustees published')
  return { sealedKey: textOf(fields['private_key']), key }
}

/** The trustee's share of the key, from the seed and what step 3 sealed for its own maker. */
export function openShare(group: Group, seed: string, sealedKey: string): bigint {
  const { decryption, verification } = keysOf(seed, group)
  const fields = fieldsOf(parseJson(receive(group, decryption, verification, sealedKey)), ['decryption_key'])
  return numberBelow(group.q)(fields['decryption_key'])
}

/** The coefficients a trustee published, raised; checked to be signed, in the group and as many as agreed. */
export function readCoefficients(group: Group, signed: SignedMessage, verification: bigint, threshold: number): bigint[] {
  if (!isSignedBy(group, verification, signed)) throw new Malformed('coefficients signed by somebody else')
  const raised = listOf(fieldsOf(parseJson(signed.message), ['coefexps'])['coefexps'], numberBelow(group.p))
  if (raised.length !== threshold || !raised.every((one) => group.contains(one))) throw new Malformed('coefficients that were not agreed')
  return raised
}

/** g^f(x) from the raised coefficients of f. */
export const raisedAt = (group: Group, raised: readonly bigint[], x: number): bigint =>
  group.productOfPowers(raised.map((one, degree) => [one, BigInt(x) ** BigInt(degree)] as const))

function publicShare(group: Group, polynomials: readonly Polynomial[], certificates: readonly string[], place: number): bigint {
  return polynomials
    .map(({ coefexps }, sender) => {
      const { verification } = readCertificate(group, certificates[sender]!)
      const threshold = listOf(fieldsOf(parseJson(coefexps.message), ['coefexps'])['coefexps'], textOf).length
      return raisedAt(group, readCoefficients(group, coefexps, verification, threshold), place + 1)
    })
    .reduce(group.multiply)
}

function myPlace(group: Group, seed: string, certificates: readonly string[]) {
  const mine = keysOf(seed, group)
  const everyone = certificates.map((certificate) => readCertificate(group, certificate))
  const place = everyone.findIndex(({ verification, encryption }) => verification === mine.verification && encryption === mine.encryption)
  if (place < 0) throw new Malformed('this key belongs to none of the trustees')
  return { ...mine, place, everyone }
}

const valueAt = (group: Group, coefficients: readonly bigint[], x: number): bigint =>
  coefficients.reduceRight((sum, coefficient) => group.reduce(sum * BigInt(x) + coefficient), 0n)

/** What a finished key looks like to everybody. */
export type ThresholdKey = {
  readonly threshold: number
  readonly certs: readonly SignedMessage[]
  readonly coefexps: readonly SignedMessage[]
  readonly verification_keys: readonly TrusteeKey[]
}
