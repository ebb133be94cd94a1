import { readSigned } from './channel.ts'
import type { Group } from './group.ts'
import { compact, countOf, fieldsOf, listOf, Malformed, parseJson } from './strict-json.ts'
import {
  inputFor,
  raisedAt,
  readCertificate,
  readCoefficients,
  readOutput,
  readPolynomial,
  type Polynomial,
  type ThresholdKey,
} from './threshold.ts'
import { isTrusteeKey, readTrusteeKey, type TrusteeKey } from './trustee-key.ts'

/** The trustees as an election publishes them: single ones, all of whom are needed, and groups of whom some are. */
export type Trustees = readonly (['Single', TrusteeKey] | ['Pedersen', ThresholdKey])[]

/** Everything that a threshold ceremony left behind, in the trustees' order. */
export type Ceremony = {
  readonly threshold: number
  readonly certificates: readonly string[]
  readonly polynomials: readonly string[]
  readonly outputs: readonly string[]
}

/** The trustees' text and their common public key. @throws Malformed where a step does not fit the others */
export function finishCeremony(
  group: Group,
  { threshold, certificates, polynomials, outputs }: Ceremony,
): { readonly text: string; readonly y: bigint } {
  const read = readPolynomials(group, { threshold, certificates, polynomials })
  const key: ThresholdKey = {
    threshold,
    certs: certificates.map((certificate) => readCertificate(group, certificate).signed),
    coefexps: read.map(({ coefexps }) => coefexps),
    verification_keys: outputs.map((output, place) => readOutput(group, output, read, certificates, place).key),
  }
  if (outputs.length !== certificates.length) throw new Malformed('a trustee is missing')
  const text = compact([['Pedersen', key]])
  return { text, y: publicKeyOf(group, readTrustees(text, group)) }
}

/** What trustee `place` needs for the third step, from what all sent in the second. */
export const thirdStepInput = (group: Group, ceremony: Omit<Ceremony, 'outputs'>, place: number): string =>
  inputFor(readPolynomials(group, ceremony), place)

function readPolynomials(group: Group, { threshold, certificates, polynomials }: Omit<Ceremony, 'outputs'>): Polynomial[] {
  if (polynomials.length !== certificates.length) throw new Malformed('a trustee is missing')
  return polynomials.map((text, place) => readPolynomial(group, text, certificates, place, threshold))
}

/** @throws Malformed where a proof or signature in the text does not hold */
export function readTrustees(text: string, group: Group): Trustees {
  const trustees = listOf(parseJson(text), (item): Trustees[number] => {
    const [kind, value, ...rest] = listOf(item, (one) => one)
    if (rest.length > 0) throw new Malformed('a trustee is a kind and a key')
    if (kind === 'Single') return ['Single', checkedKey(readTrusteeKey(value, group), group)]
    if (kind === 'Pedersen') return ['Pedersen', readThreshold(value, group)]
    throw new Malformed('a kind of trustee that is not known')
  })
  if (trustees.length === 0 || compact(trustees) !== text) throw new Malformed('the list of trustees is not written as it should be')
  return trustees
}

function readThreshold(value: unknown, group: Group): ThresholdKey {
  const fields = fieldsOf(value, ['threshold', 'certs', 'coefexps', 'verification_keys'])
  const key: ThresholdKey = {
    threshold: countOf(fields['threshold']),
    certs: listOf(fields['certs'], (one) => readSigned(one, group)),
    coefexps: listOf(fields['coefexps'], (one) => readSigned(one, group)),
    verification_keys: listOf(fields['verification_keys'], (one) => checkedKey(readTrusteeKey(one, group), group)),
  }
  const { certs, coefexps, verification_keys: keys } = key
  if (certs.length === 0 || coefexps.length !== certs.length || keys.length !== certs.length) throw new Malformed('a trustee is missing')
  const coefficients = coefexps.map((signed, place) =>
    readCoefficients(group, signed, readCertificate(group, compact(certs[place]!)).verification, key.threshold),
  )
  keys.forEach(({ public_key: shown }, place) => {
    if (shown !== coefficients.map((raised) => raisedAt(group, raised, place + 1)).reduce(group.multiply))
      throw new Malformed(`the key of trustee ${place + 1} does not fit the polynomials`)
  })
  return key
}

function checkedKey(key: TrusteeKey, group: Group): TrusteeKey {
  if (!isTrusteeKey(group, key)) throw new Malformed('a trustee does not prove to know the key')
  return key
}

/** The common key: the product of the single ones and of what the threshold ones published. */
export function publicKeyOf(group: Group, trustees: Trustees): bigint {
  return trustees
    .flatMap(([kind, key]) =>
      kind === 'Single'
        ? [key.public_key]
        : key.coefexps.map((signed, place) => {
            const { verification } = readCertificate(group, compact(key.certs[place]!))
            return readCoefficients(group, signed, verification, key.threshold)[0]!
          }),
    )
    .reduce(group.multiply, 1n)
}

/** Trustee number `owner`, from 1, counted through all items as partial decryptions name them. */
export function trusteeKeyAt(trustees: Trustees, owner: number): TrusteeKey | undefined {
  return trustees.flatMap(([kind, key]) => (kind === 'Single' ? [key] : key.verification_keys))[owner - 1]
}
