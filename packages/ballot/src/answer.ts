import { readCiphertext, sumOf, writtenOut, encrypt, type Ciphertext, type ElectionKey, type Opened } from './ciphertext.ts'
import { placesOf, type Question } from './election.ts'
import type { Group } from './group.ts'
import { checkOneOf, proveOneOf, type Claim } from './one-of.ts'
import { randomBelow, type RandomBytes } from './random.ts'
import { readProof, type Proof } from './schnorr.ts'
import { fieldsOf, listOf } from './strict-json.ts'

/** One question's part of a ballot: an encrypted 0 or 1 for every place, with proofs that nothing else is inside. */
export type Answer = {
  readonly choices: readonly Ciphertext[]
  readonly individual_proofs: readonly (readonly Proof[])[]
  readonly overall_proof: readonly Proof[]
  readonly blank_proof?: readonly Proof[]
}

/** What a voter marked: 0 or 1 for every place; where blank is allowed the first place is "none of this". */
export type Marks = readonly number[]

/** @returns whether the rules of the question allow these marks */
export function allows(question: Question, marks: Marks): boolean {
  if (marks.length !== placesOf(question) || marks.some((mark) => mark !== 0 && mark !== 1)) return false
  const [first = 0, ...rest] = question.blank ? marks : [0, ...marks]
  const chosen = rest.reduce((sum, mark) => sum + mark, 0)
  return first === 1 ? chosen === 0 : chosen >= question.min && chosen <= question.max
}

/** @param context fingerprint and credential: it ties the proofs to this voter's ballot, so that nobody can copy it as their own */
export function encryptAnswer(key: ElectionKey, context: string, question: Question, marks: Marks, random: RandomBytes): MadeAnswer {
  if (!allows(question, marks)) throw new RangeError(`marks that the question does not allow: ${marks.join(',')}`)
  const opened = marks.map((mark) => encrypt(key, mark, randomBelow(key.group.q, random)))
  const individual = opened.map((one) => proveOneOf(key, individualPrefix(context, one), zeroOrOne(one), one.hidden, random))
  const whole = wholeClaims(question, opened, (list) => sumOpened(key, list))
  const prefix = wholePrefix(context, opened, whole.sum)
  const blankIs = question.blank && opened[0]!.hidden === 1
  const wholeIndex = blankIs
    ? 0
    : whole.overall.findIndex(({ ciphertext, value }) => ciphertext === whole.sum && value === whole.sum.hidden)
  const overall = proveOneOf(key, prefix(question.blank ? 'bproof1' : 'prove'), whole.overall, wholeIndex, random)
  return {
    answer: {
      choices: opened.map(({ alpha, beta }) => ({ alpha, beta })),
      individual_proofs: individual,
      overall_proof: overall,
      ...(whole.blank ? { blank_proof: proveOneOf(key, prefix('bproof0'), whole.blank, blankIs ? 1 : 0, random) } : {}),
    },
    randomness: opened.map(({ randomness }) => randomness),
  }
}

/** An answer with the randomness that opens it: whoever has both can check the encryption, and can read the vote. */
export type MadeAnswer = { readonly answer: Answer; readonly randomness: readonly bigint[] }

export function checkAnswer(key: ElectionKey, context: string, question: Question, answer: Answer): boolean {
  const { choices, individual_proofs: individual, overall_proof: overall, blank_proof: blank } = answer
  if (choices.length !== placesOf(question) || individual.length !== choices.length || (blank !== undefined) !== question.blank)
    return false
  const whole = wholeClaims(question, choices, (list) => sumOf(key.group, list))
  const prefix = wholePrefix(context, choices, whole.sum)
  return (
    choices.every((choice, index) => checkOneOf(key, individualPrefix(context, choice), zeroOrOne(choice), individual[index]!)) &&
    checkOneOf(key, prefix(question.blank ? 'bproof1' : 'prove'), whole.overall, overall) &&
    (!whole.blank || checkOneOf(key, prefix('bproof0'), whole.blank, blank!))
  )
}

/** An answer as the published text gives it. */
export function readAnswer(value: unknown, group: Group): Answer {
  const fields = fieldsOf(value, ['choices', 'individual_proofs', 'overall_proof', 'blank_proof?'])
  const proofs = (list: unknown): Proof[] => listOf(list, (one) => readProof(one, group))
  return {
    choices: listOf(fields['choices'], (one) => readCiphertext(one, group)),
    individual_proofs: listOf(fields['individual_proofs'], proofs),
    overall_proof: proofs(fields['overall_proof']),
    ...('blank_proof' in fields ? { blank_proof: proofs(fields['blank_proof']) } : {}),
  }
}

const zeroOrOne = <C extends Ciphertext>(ciphertext: C): Claim<C>[] => [0, 1].map((value) => ({ ciphertext, value }))

const individualPrefix = (context: string, { alpha, beta }: Ciphertext): string => `prove|${context}|${alpha},${beta}|`

/**
 * What must hold of the answer as a whole. Without blank: as many choices as the question allows. With blank (4.13): blank, or as many as
 * allowed; and not blank, or none chosen.
 */
function wholeClaims<C extends Ciphertext>(question: Question, places: readonly C[], add: (list: readonly C[]) => C) {
  const sum = add(question.blank ? places.slice(1) : places)
  const counts = Array.from({ length: question.max - question.min + 1 }, (_, index) => ({ ciphertext: sum, value: question.min + index }))
  if (!question.blank) return { sum, overall: counts, blank: undefined }
  const [blank] = places
  return {
    sum,
    overall: [{ ciphertext: blank!, value: 1 }, ...counts],
    blank: [
      { ciphertext: blank!, value: 0 },
      { ciphertext: sum, value: 0 },
    ],
  }
}

const wholePrefix =
  (context: string, places: readonly Ciphertext[], sum: Ciphertext) =>
  (kind: 'prove' | 'bproof0' | 'bproof1'): string =>
    `${kind}|${context}|${writtenOut(places)}|${kind === 'prove' ? `${sum.alpha},${sum.beta}|` : ''}`

const sumOpened = ({ group }: ElectionKey, list: readonly Opened[]): Opened => ({
  ...sumOf(group, list),
  randomness: group.reduce(list.reduce((sum, { randomness }) => sum + randomness, 0n)),
  hidden: list.reduce((sum, { hidden }) => sum + hidden, 0),
})
