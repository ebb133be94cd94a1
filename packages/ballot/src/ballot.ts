import { checkAnswer, encryptAnswer, readAnswer, type Answer, type Marks } from './answer.ts'
import { exponentOf } from './credential.ts'
import type { Election } from './election.ts'
import { sha256Base64 } from './hash.ts'
import type { RandomBytes } from './random.ts'
import { checkExponent, proveExponent, readProof, type Proof } from './schnorr.ts'
import { compact, fieldsOf, listOf, Malformed, numberBelow, parseJson, textOf } from './strict-json.ts'

export type Ballot = {
  readonly election_uuid: string
  readonly election_hash: string
  readonly credential: bigint
  readonly answers: readonly Answer[]
  readonly signature: { readonly hash: string; readonly proof: Proof }
}

/** A ballot ready to be cast, and the randomness that opens it, which never leaves the voter's device unless the ballot is spoiled. */
export type MadeBallot = {
  readonly text: string
  readonly tracker: string
  readonly opening: { readonly marks: readonly Marks[]; readonly randomness: readonly (readonly bigint[])[] }
}

/** The number by which a voter finds the ballot in the box: the hash of its text. */
export const trackerOf = (text: string): string => sha256Base64(text)

/** @param marks per question, 0 or 1 per place; RangeError where a question does not allow them */
export function encryptBallot(election: Election, credential: string, marks: readonly Marks[], random: RandomBytes): MadeBallot {
  const { key, questions, fingerprint, id } = election
  if (marks.length !== questions.length) throw new RangeError(`${questions.length} questions, marks for ${marks.length}`)
  const secret = exponentOf(credential, id, key.group)
  const shown = key.group.raise(secret)
  const made = questions.map((question, index) => encryptAnswer(key, `${fingerprint}|${shown}`, question, marks[index]!, random))
  const unsigned = { election_uuid: id, election_hash: fingerprint, credential: shown, answers: made.map(({ answer }) => answer) }
  const hash = sha256Base64(compact(unsigned))
  const text = compact({ ...unsigned, signature: { hash, proof: proveExponent(key.group, `sig|${hash}|`, secret, random) } })
  return { text, tracker: trackerOf(text), opening: { marks, randomness: made.map(({ randomness }) => randomness) } }
}

export type BallotFault = 'unreadable' | 'other-election' | 'unknown-credential' | 'false-proof' | 'false-signature'
export type CheckedBallot =
  | { readonly ok: true; readonly ballot: Ballot; readonly tracker: string }
  | { readonly ok: false; readonly fault: BallotFault }

/** Whether a ballot may go into the box. @param credentials the public list; numbers as text, so that a set finds them */
export function checkBallot(election: Election, credentials: ReadonlySet<string>, text: string): CheckedBallot {
  const ballot = readBallot(election, text)
  if (!ballot) return { ok: false, fault: 'unreadable' }
  const { key, questions, fingerprint, id } = election
  if (ballot.election_uuid !== id || ballot.election_hash !== fingerprint) return { ok: false, fault: 'other-election' }
  if (!credentials.has(ballot.credential.toString())) return { ok: false, fault: 'unknown-credential' }
  const { signature, ...unsigned } = ballot
  const signed = signature.hash === sha256Base64(compact(unsigned))
  if (!signed || !checkExponent(key.group, `sig|${signature.hash}|`, ballot.credential, signature.proof))
    return { ok: false, fault: 'false-signature' }
  const context = `${fingerprint}|${ballot.credential}`
  const proven =
    ballot.answers.length === questions.length &&
    ballot.answers.every((answer, index) => checkAnswer(key, context, questions[index]!, answer))
  return proven ? { ok: true, ballot, tracker: trackerOf(text) } : { ok: false, fault: 'false-proof' }
}

/** The ballot in a text, where the text is the one way to write it; its proofs are not looked at. */
export function readBallot({ key: { group } }: Election, text: string): Ballot | undefined {
  try {
    const fields = fieldsOf(parseJson(text), ['election_uuid', 'election_hash', 'credential', 'answers', 'signature'])
    const signature = fieldsOf(fields['signature'], ['hash', 'proof'])
    const ballot: Ballot = {
      election_uuid: textOf(fields['election_uuid']),
      election_hash: textOf(fields['election_hash']),
      credential: numberBelow(group.p)(fields['credential']),
      answers: listOf(fields['answers'], (answer) => readAnswer(answer, group)),
      signature: { hash: textOf(signature['hash']), proof: readProof(signature['proof'], group) },
    }
    return compact(ballot) === text ? ballot : undefined
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}
