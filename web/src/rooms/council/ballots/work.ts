import {
  belenios2048 as group,
  checkOpening,
  decryptPart,
  drawCredential,
  encryptBallot,
  makeCertificate,
  makeOutput,
  makePolynomial,
  openShare,
  publicCredential,
  readElection,
  readOutput,
  readPolynomial,
  readSums,
  thirdStepInput,
  verifyArchive,
  type Marks,
  type MadeBallot,
} from '@ronghe/ballot'

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

interface Ceremony {
  readonly seed: string
  readonly threshold: number
  readonly certificates: readonly string[]
}

/** What the device computes for a secret ballot, off the thread that draws the page. */
export interface Work {
  encrypt: { asked: { election: string; slip: string; marks: readonly Marks[] }; answer: MadeBallot }
  checkOpening: { asked: { election: string; text: string; opening: MadeBallot['opening'] }; answer: boolean }
  verify: { asked: { bytes: Uint8Array; head?: string; timestamp?: number }; answer: Checked }
  certificate: { asked: object; answer: { readonly seed: string; readonly certificate: string } }
  polynomial: { asked: Ceremony; answer: string }
  output: { asked: Ceremony & { polynomials: readonly string[]; number: number }; answer: string }
  part: {
    asked: Ceremony & { polynomials: readonly string[]; outputs: readonly string[]; number: number; election: string; tally: string }
    answer: string
  }
  slips: { asked: { electionId: string; many: number }; answer: readonly { readonly slip: string; readonly credential: string }[] }
  credential: { asked: { electionId: string; slip: string }; answer: string }
}
export type WorkKind = keyof Work

/** What a check of the whole archive found. */
export type Checked =
  | {
      readonly ok: true
      readonly ballots: number
      readonly counted: number
      readonly credentials: number
      readonly result: readonly (readonly number[])[] | null
      readonly head: string
    }
  | { readonly ok: false; readonly problem: string }

const doing: { readonly [Kind in WorkKind]: (asked: Work[Kind]['asked']) => Work[Kind]['answer'] } = {
  encrypt: ({ election, slip, marks }) => encryptBallot(readElection(election), slip, marks, random),
  checkOpening: ({ election, text, opening }) => checkOpening(readElection(election), { text, opening }),
  verify: ({ bytes, ...noted }) => {
    const verified = verifyArchive(bytes, noted)
    if (!verified.ok) return verified
    const { trackers, counted, credentials, result, head } = verified
    return { ok: true, ballots: trackers.length, counted: counted.length, credentials, result: result ?? null, head }
  },
  certificate: () => makeCertificate(group, random),
  polynomial: ({ seed, certificates, threshold }) => makePolynomial(group, seed, certificates, threshold, random).text,
  output: ({ seed, certificates, polynomials, threshold, number }) =>
    makeOutput(group, seed, certificates, thirdStepInput(group, { threshold, certificates, polynomials }, number - 1), threshold, random),
  part: ({ seed, certificates, polynomials, outputs, threshold, number, election, tally }) => {
    const read = polynomials.map((text, place) => readPolynomial(group, text, certificates, place, threshold))
    const { sealedKey } = readOutput(group, outputs[number - 1]!, read, certificates, number - 1)
    return decryptPart(readElection(election), readSums(tally, group), openShare(group, seed, sealedKey), random)
  },
  slips: ({ electionId, many }) =>
    Array.from({ length: many }, () => {
      const slip = drawCredential(random)
      return { slip, credential: publicCredential(slip, electionId, group).toString() }
    }),
  credential: ({ electionId, slip }) => publicCredential(slip, electionId, group).toString(),
}

export const doWork = <Kind extends WorkKind>(kind: Kind, asked: Work[Kind]['asked']): Work[Kind]['answer'] => doing[kind](asked)
