import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Group, Id } from '../values.ts'
import { oneRound, rounds } from './allocation.ts'

/** One line of a ballot: a project, on a ranking the best first; with points where the ballot gives points. */
export const Choice = z.object({ projectId: Id, points: z.optional(z.int().check(z.gte(1), z.lte(100))) })
export type Choice = z.infer<typeof Choice>
const choices = z.array(Choice).check(z.maxLength(100))

/** The voter's own ballot, answered to the voter's own session and to nobody else. */
export const OwnBallot = z.object({
  choices: z.nullable(z.array(Choice)),
  /** A paper ballot was taken at the desk: it is the one that counts. */
  onPaper: z.boolean(),
  /** The group the ballot counts under, as it was declared when the round opened. */
  group: z.nullable(Group),
  may: z.array(z.literal('vote')),
  /** Why not, where one may not vote. */
  because: z.nullable(z.enum(['notOpen', 'level', 'elsewhere', 'onPaper'])),
})
export type OwnBallot = z.infer<typeof OwnBallot>

export const readOwnBallot = operation({
  id: 'council.allocation-ballots.own',
  method: 'GET',
  path: `${rounds}/:roundId/my-ballot`,
  post: 'resident',
  summary: 'One’s own ballot',
  params: oneRound,
  inPerson: true,
  reply: OwnBallot,
})

export const castBallot = operation({
  id: 'council.allocation-ballots.cast',
  method: 'PUT',
  path: `${rounds}/:roundId/my-ballot`,
  post: 'resident',
  summary: 'Vote, or change one’s ballot until voting closes; an empty one takes the vote back',
  params: oneRound,
  body: z.object({ choices }),
  inPerson: true,
  /** The receipt is for the voter's device: with it anybody learns that the ballot was received, and nothing of what is on it. */
  reply: z.object({ receipt: z.nullable(z.string()), ballot: OwnBallot }),
})

export const checkReceipt = operation({
  id: 'council.allocation-ballots.check-receipt',
  method: 'POST',
  path: `${rounds}/:roundId/receipts`,
  post: 'nobody',
  summary: 'Whether the ballot with this receipt lies in the box; not what is on it',
  params: oneRound,
  body: z.object({ receipt: z.string().check(z.minLength(8), z.maxLength(60)) }),
  reply: z.object({ found: z.boolean() }),
  perMinute: 30,
})

export const handOutPaper = operation({
  id: 'council.allocation-ballots.hand-out-paper',
  method: 'POST',
  path: `${rounds}/:roundId/paper-voters`,
  post: 'people.find',
  summary: 'Give somebody a paper ballot; a vote sent before is struck',
  params: oneRound,
  body: z.object({ personId: Id }),
  status: 201,
  reply: z.object({ handedOut: z.int() }),
})

/** A paper ballot as two people type it, each without seeing the other's. Sheets are numbered when the box is opened. */
export const PaperEntry = z.object({ group: Group, choices, spoilt: z.boolean() })
export type PaperEntry = z.infer<typeof PaperEntry>
export const PaperSheet = z.object({
  sheet: z.int(),
  /** `one`: waits for the second person. `same`: both typed the same. */
  state: z.enum(['one', 'same', 'differ']),
  /** What the reader typed. */
  mine: z.nullable(PaperEntry),
  /** What the other person typed, shown once both have and they differ. */
  other: z.nullable(PaperEntry),
})
export type PaperSheet = z.infer<typeof PaperSheet>
export const PaperBox = z.object({ handedOut: z.int(), sheets: z.array(PaperSheet), same: z.int() })
export type PaperBox = z.infer<typeof PaperBox>

export const listPapers = operation({
  id: 'council.allocation-ballots.papers',
  method: 'GET',
  path: `${rounds}/:roundId/papers`,
  post: 'council.moderate',
  summary: 'Paper ballots typed so far, and where two people typed different things',
  params: oneRound,
  reply: PaperBox,
})

export const enterPaper = operation({
  id: 'council.allocation-ballots.enter-paper',
  method: 'PUT',
  path: `${rounds}/:roundId/papers/:sheet`,
  post: 'council.moderate',
  summary: 'Type a paper ballot; it counts once two people have typed the same',
  params: z.object({ roundId: Id, sheet: z.coerce.number().check(z.int(), z.gte(1), z.lte(20_000)) }),
  body: PaperEntry,
  reply: PaperBox,
})
