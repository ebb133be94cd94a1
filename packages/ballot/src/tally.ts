import { readBallot, type Ballot } from './ballot.ts'
import { readCiphertext, sumOf, type Ciphertext } from './ciphertext.ts'
import { placesOf, type Election } from './election.ts'
import type { Group } from './group.ts'
import { sha256Hex } from './hash.ts'
import { compact, countOf, fieldsOf, listOf, Malformed, parseJson, textOf } from './strict-json.ts'

/** The ballots that count: of each credential the last. */
export function lastOfEach(ballots: readonly Ballot[]): Ballot[] {
  const last = new Map<bigint, Ballot>()
  for (const ballot of ballots) last.set(ballot.credential, ballot)
  return [...last.values()]
}

/** The sum of all ballots, still encrypted: two texts, the second counting and naming the first. */
export type EncryptedTally = {
  readonly text: string
  readonly sizedText: string
  readonly sums: readonly (readonly Ciphertext[])[]
  readonly counted: number
}

/** @param texts ballots that `checkBallot` let in, in the order they were cast */
export function tallyBallots(election: Election, texts: readonly string[]): EncryptedTally {
  const ballots = lastOfEach(
    texts.map((text) => {
      const ballot = readBallot(election, text)
      if (!ballot) throw new RangeError('a ballot that was never checked cannot be counted')
      return ballot
    }),
  )
  const sums = election.questions.map((question, asked) =>
    Array.from({ length: placesOf(question) }, (_, place) =>
      sumOf(
        election.key.group,
        ballots.map(({ answers }) => answers[asked]!.choices[place]!),
      ),
    ),
  )
  const text = compact(sums)
  const sizedText = compact({ num_tallied: ballots.length, total_weight: ballots.length, encrypted_tally: sha256Hex(text) })
  return { text, sizedText, sums, counted: ballots.length }
}

export const readSums = (text: string, group: Group): Ciphertext[][] =>
  listOf(parseJson(text), (row) => listOf(row, (one) => readCiphertext(one, group)))

export function readSized(text: string): { readonly counted: number; readonly tally: string } {
  const fields = fieldsOf(parseJson(text), ['num_tallied', 'total_weight', 'encrypted_tally'])
  const counted = countOf(fields['num_tallied'])
  if (countOf(fields['total_weight']) !== counted) throw new Malformed('every ballot weighs one here')
  return { counted, tally: textOf(fields['encrypted_tally']) }
}
