import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, pageOf, Page, Text, words } from '../values.ts'
import { Bench } from './charter.ts'

/** setUp > the trustees are ready > open > closed > tallied > published; set aside at any step before. */
export const BallotState = z.enum(['setUp', 'trusteesReady', 'open', 'closed', 'tallied', 'published', 'setAside'])
export type BallotState = z.infer<typeof BallotState>

export const TrusteeSide = z.enum(['newcomers', 'locals', 'neutral'])
export type TrusteeSide = z.infer<typeof TrusteeSide>
/** The three steps in which trustees make their key; `part` opens the sum afterwards. */
export const CeremonyStep = z.enum(['certificate', 'polynomial', 'output'])
export type CeremonyStep = z.infer<typeof CeremonyStep>

export const ofCouncil = z.object({ councilId: Id })
export const ofBallot = z.object({ councilId: Id, ballotId: Id })
export const ofBox = z.object({ councilId: Id, ballotId: Id, boxId: Id })

/** A number in base 10, as Belenios writes group elements. */
const Big = z.string().check(z.regex(/^[1-9]\d{0,699}$/))
const Tracker = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}$/))
const Document = z.string().check(z.minLength(2), z.maxLength(400_000))
const counts = z.array(z.int().check(z.gte(0), z.lte(100_000))).check(z.maxLength(40))

/** Somebody counted papers: marks for each answer, papers without a mark, papers nobody can read. */
export const PaperRow = z.object({ papers: z.int(), marks: z.array(z.int()), blank: z.int(), invalid: z.int() })
export type PaperRow = z.infer<typeof PaperRow>

/** The result of one box: what the archive proves, what was counted on paper, and both together. */
export const BoxResult = z.object({
  bench: z.nullable(Bench),
  entitled: z.int(),
  electronic: z.nullable(z.object({ ballots: z.int(), marks: z.array(z.int()), blank: z.int() })),
  paper: z.nullable(PaperRow),
  marks: z.array(z.int()),
  blank: z.int(),
})
export type BoxResult = z.infer<typeof BoxResult>

/** One thing the charter asks for; `bench` null is the total. */
export const BallotCondition = z.object({
  bench: z.nullable(Bench),
  what: z.enum(['quorum', 'majority']),
  has: z.int(),
  needs: z.int(),
  met: z.boolean(),
})
export const BallotResult = z.object({
  boxes: z.array(BoxResult),
  outcome: z.enum(['carried', 'rejected', 'no-quorum', 'elected']),
  conditions: z.array(BallotCondition),
  /** Who is elected, by place on the paper, most votes first. */
  elected: z.array(z.int()),
  /** Ties that lots decided: the tied, the chosen, and the public text the lots were drawn from. */
  ties: z.array(z.object({ tied: z.array(z.int()), chosen: z.int(), lot: z.boolean() })),
  lotSeed: z.nullable(z.string()),
  /** Round by round where the vote is transferable: votes of each answer. */
  rounds: z.array(z.array(z.number())),
})
export type BallotResult = z.infer<typeof BallotResult>

export const BallotLine = z.object({
  id: Id,
  kind: z.enum(['motion', 'seats', 'own']),
  title: Text,
  state: BallotState,
  closesAt: z.nullable(Moment),
  publishedAt: z.nullable(Moment),
  outcome: z.nullable(BallotResult.shape.outcome),
})
export type BallotLine = z.infer<typeof BallotLine>

export const BoxLine = z.object({
  id: Id,
  bench: z.nullable(Bench),
  /** The election's own name in the files. */
  electionId: z.string(),
  entitled: z.int(),
  slips: z.int(),
  credentials: z.int(),
  /** Slips cancelled because their holder votes on paper. */
  cancelled: z.int(),
  /** Ballots that count now. */
  ballots: z.int(),
  papersCounted: z.array(Bench),
  /** Why the papers leave the result open, with what was counted. */
  paperFault: z.nullable(z.enum(['counts-differ', 'marks-unlike-papers', 'papers-unlike-slips'])),
  paperCounts: z.array(z.object({ bench: Bench, ...PaperRow.shape })),
  parts: z.array(z.int()),
  head: z.nullable(z.string()),
})
export type BoxLine = z.infer<typeof BoxLine>

export const BallotAction = z.enum(['open', 'close', 'setAside', 'credentials', 'hand', 'cancel', 'count', 'ceremony', 'part', 'slip'])
export type BallotAction = z.infer<typeof BallotAction>
export const Ballot = z.object({
  ...BallotLine.shape,
  motionId: z.nullable(Id),
  callId: z.nullable(Id),
  meetingId: z.nullable(Id),
  rule: z.enum(['motion', 'approval', 'scottish']),
  answers: z.array(z.object({ name: Text })),
  least: z.int(),
  most: z.int(),
  seats: z.nullable(z.int()),
  voters: z.enum(['delegates', 'residents']),
  /** Each bench has a box of its own. */
  byBench: z.boolean(),
  paperOnly: z.boolean(),
  fewest: z.int(),
  openedAt: z.nullable(Moment),
  closedAt: z.nullable(Moment),
  trustees: z.array(z.object({ number: z.int(), side: TrusteeSide, name: z.string(), step: z.nullable(CeremonyStep) })),
  boxes: z.array(BoxLine),
  result: z.nullable(BallotResult),
  setAsideBecause: z.nullable(z.string()),
  article: z.string(),
  articleAt: z.string(),
  may: z.array(BallotAction),
})
export type Ballot = z.infer<typeof Ballot>

export const listBallots = operation({
  id: 'council.ballots.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballots',
  post: 'anyone',
  summary: 'Secret ballots of the council, the latest first',
  params: ofCouncil,
  query: z.object(Page),
  reply: z.object({ ...pageOf(BallotLine).shape, may: z.array(z.enum(['setUp', 'credentials'])) }),
})

export const readBallot = operation({
  id: 'council.ballots.read',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballots/:ballotId',
  post: 'anyone',
  summary: 'One secret ballot: the question, who opens it, how far it is, the result',
  params: ofBallot,
  reply: Ballot,
})

export const readBox = operation({
  id: 'council.ballots.box',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId',
  post: 'anyone',
  summary: 'The public box: the election everybody hashes, the trackers in it, those struck; with `tracker`, whether one is there',
  params: ofBox,
  query: z.object({ tracker: z.optional(z.string().check(z.maxLength(100))) }),
  reply: z.object({
    boxId: Id,
    bench: z.nullable(Bench),
    state: BallotState,
    /** Exactly the text whose hash is the fingerprint; null until the trustees are ready, and for a vote on paper only. */
    election: z.nullable(z.string()),
    fingerprint: z.nullable(z.string()),
    trackers: z.array(z.object({ tracker: z.string(), is: z.enum(['counts', 'replaced', 'struck']) })),
    found: z.nullable(z.enum(['counts', 'replaced', 'struck', 'absent'])),
    credentials: z.int(),
    head: z.nullable(z.string()),
    timestamp: z.int(),
  }),
})

export const readBoxArchive = operation({
  id: 'council.ballots.archive',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId/archive',
  post: 'anyone',
  summary: 'The archive of a box as a file: this package and belenios-tool verify it',
  params: ofBox,
  media: { reply: 'application/x-tar' },
})

export const castBallot = operation({
  id: 'council.ballots.cast',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId/cast',
  post: 'nobody',
  // A whole hall votes from one address.
  perMinute: 200,
  summary: 'Put an encrypted ballot into the box. No session is taken along; the ballot’s own signature says that it may',
  params: ofBox,
  body: z.object({ ballot: Document }),
  status: 201,
  reply: z.object({ tracker: z.string() }),
})

export const readMyBallots = operation({
  id: 'council.ballots.mine',
  method: 'GET',
  path: '/api/v1/my/ballots',
  post: 'resident',
  inPerson: true,
  summary: 'Ballots in which I vote, and those I am asked to open as a trustee',
  reply: z.object({
    votes: z.array(
      z.object({
        councilId: Id,
        ...BallotLine.shape,
        boxId: z.nullable(Id),
        bench: z.nullable(Bench),
        /** Whether the slip was handed out; what is on it, and whether it was used, nobody here knows. */
        handedOn: z.nullable(Day),
        paper: z.boolean(),
        code: z.nullable(z.string()),
        /** Of somebody who keeps their group to themselves: the side they would count as, in this vote only. */
        asksBench: z.nullable(Bench),
        may: z.array(z.enum(['slip', 'vote'])),
      }),
    ),
    trustee: z.array(
      z.object({ councilId: Id, ...BallotLine.shape, waits: z.nullable(z.enum(['certificate', 'polynomial', 'output', 'part'])) }),
    ),
  }),
})

export const askForSlip = operation({
  id: 'council.ballots.slip',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/slip',
  post: 'resident',
  inPerson: true,
  summary: 'A code that whoever hands out the slips asks for; it says that I may vote, and never how I do',
  params: ofBallot,
  body: z.object({
    paper: z.boolean(),
    /** Whoever keeps their group to themselves may choose a bench for this one ballot. */
    bench: z.optional(Bench),
  }),
  status: 201,
  reply: z.object({ code: z.string(), paper: z.boolean() }),
})

// The clerk

export const readBallotPlan = operation({
  id: 'council.ballots.plan',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballot-plan',
  post: 'council.clerk',
  summary: 'What waits for a secret ballot, and who of each bench can be a trustee',
  params: ofCouncil,
  reply: z.object({
    motions: z.array(z.object({ id: Id, title: Text, kind: z.string(), byBench: z.boolean() })),
    calls: z.array(
      z.object({
        id: Id,
        bench: z.nullable(Bench),
        seats: z.int(),
        rule: z.enum(['approval', 'scottish']),
        candidates: z.array(z.string()),
      }),
    ),
    delegates: z.array(z.object({ personId: Id, name: z.string(), bench: Bench })),
    voters: z.int(),
    fewest: z.int(),
  }),
})

export const setUpBallot = operation({
  id: 'council.ballots.set-up',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots',
  post: 'council.clerk',
  summary: 'Set up a secret ballot and name its three trustees. Refused where a bench is too small to keep it secret',
  params: ofCouncil,
  body: z.object({
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('motion'), motionId: Id, meetingId: z.optional(Id) }),
      z.object({ kind: z.literal('seats'), callId: Id, slips: z.optional(z.int().check(z.gte(5), z.lte(3000))) }),
      z.object({
        kind: z.literal('own'),
        title: words(120),
        answers: z.array(words(60)).check(z.minLength(2), z.maxLength(20)),
        least: z.int().check(z.gte(0), z.lte(20)),
        most: z.int().check(z.gte(1), z.lte(20)),
        seats: z.int().check(z.gte(1), z.lte(20)),
      }),
    ]),
    /** One of each bench by name, the neutral one by telephone number. Nobody is needed where all vote on paper. */
    trustees: z.nullable(z.object({ newcomers: Id, locals: Id, neutralPhone: z.string().check(z.regex(/^1[3-9]\d{9}$/)) })),
    paperOnly: z.boolean(),
  }),
  status: 201,
  reply: z.object({ ballotId: Id }),
})

export const openBallot = operation({
  id: 'council.ballots.open',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/open',
  post: 'council.clerk',
  summary: 'Open the vote until a moment',
  params: ofBallot,
  body: z.object({ closesAt: Moment }),
  reply: z.object({ state: BallotState }),
})

export const closeBallot = operation({
  id: 'council.ballots.close',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/close',
  post: 'council.clerk',
  summary: 'End the vote: at its moment, or before when everybody has voted',
  params: ofBallot,
  reply: z.object({ state: BallotState }),
})

export const setBallotAside = operation({
  id: 'council.ballots.set-aside',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/set-aside',
  post: 'council.preside',
  inPerson: true,
  summary: 'Set a ballot aside before its result stands, with a reason that is published; the matter comes again',
  params: ofBallot,
  body: z.object({ because: words(500) }),
  reply: z.object({ state: BallotState }),
})

export const countPapers = operation({
  id: 'council.ballots.count',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId/papers',
  post: 'council.sit',
  inPerson: true,
  summary: 'Enter what I counted in the box of papers; one person of each bench counts, and both must find the same',
  params: ofBox,
  body: z.object({
    papers: z.int().check(z.gte(0), z.lte(100_000)),
    marks: counts,
    blank: z.int().check(z.gte(0), z.lte(100_000)),
    invalid: z.int().check(z.gte(0), z.lte(100_000)),
    /** For a transferable vote: one line a paper, places on the paper in the order they were ranked, as `2>1>3`. */
    preferences: z.optional(z.string().check(z.maxLength(200_000))),
  }),
  reply: z.object({ state: BallotState, fault: BoxLine.shape.paperFault }),
})

// Trustees

export const readCeremony = operation({
  id: 'council.ballots.ceremony',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/trustee',
  post: 'resident',
  summary: 'What a trustee’s own device needs for the next step',
  params: ofBallot,
  reply: z.object({
    number: z.int(),
    side: TrusteeSide,
    threshold: z.int(),
    step: z.nullable(z.enum(['certificate', 'polynomial', 'output', 'part'])),
    certificates: z.array(z.string()),
    polynomials: z.array(z.string()),
    outputs: z.array(z.string()),
    /** Whose turn it is besides me. */
    waitsFor: z.array(z.string()),
    boxes: z.array(z.object({ boxId: Id, election: z.string(), tally: z.string(), done: z.boolean() })),
  }),
})

export const sendCeremonyStep = operation({
  id: 'council.ballots.step',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/trustee',
  post: 'resident',
  inPerson: true,
  summary: 'A trustee’s certificate, polynomial or output; the key itself stays with the trustee',
  params: ofBallot,
  body: z.object({ step: CeremonyStep, text: Document }),
  reply: z.object({ state: BallotState }),
})

export const sendPart = operation({
  id: 'council.ballots.part',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId/part',
  post: 'resident',
  inPerson: true,
  summary: 'A trustee’s part of opening the sum',
  params: ofBox,
  body: z.object({ part: Document }),
  reply: z.object({ state: BallotState }),
})

// The credential authority

export const readCredentialWork = operation({
  id: 'council.credentials.work',
  method: 'GET',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/credentials',
  post: 'council.credentials',
  summary: 'What the authority needs to make slips, and who may have one',
  params: ofBallot,
  reply: z.object({
    boxes: z.array(
      z.object({
        boxId: Id,
        bench: z.nullable(Bench),
        electionId: z.string(),
        slips: z.int(),
        credentials: z.int(),
        handed: z.int(),
        paper: z.int(),
      }),
    ),
    /** Delegates by name, which is public; residents come with a code and are not listed. */
    delegates: z.array(
      z.object({ personId: Id, name: z.string(), bench: z.nullable(Bench), boxId: Id, paper: z.boolean(), handedOn: z.nullable(Day) }),
    ),
  }),
})

export const sendCredentials = operation({
  id: 'council.credentials.send',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId/credentials',
  post: 'council.credentials',
  inPerson: true,
  summary: 'The public side of the slips, at most 100 at a time; the slips themselves never come here',
  params: ofBox,
  body: z.object({ credentials: z.array(Big).check(z.minLength(1), z.maxLength(100)) }),
  reply: z.object({ credentials: z.int(), complete: z.boolean() }),
})

export const handSlip = operation({
  id: 'council.credentials.hand',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/hand',
  post: 'council.credentials',
  inPerson: true,
  summary: 'Note that somebody got a slip, once: a delegate by name, a resident by code. Which slip is not noted',
  params: ofBallot,
  body: z.object({
    personId: z.optional(Id),
    code: z.optional(z.string().check(z.maxLength(12))),
    paper: z.optional(z.boolean()),
  }),
  reply: z.object({ boxId: Id, bench: z.nullable(Bench), paper: z.boolean() }),
})

export const cancelCredential = operation({
  id: 'council.credentials.cancel',
  method: 'POST',
  path: '/api/v1/councils/:councilId/ballots/:ballotId/boxes/:boxId/cancel',
  post: 'council.credentials',
  inPerson: true,
  summary: 'Cancel a slip before its holder takes a paper; a ballot already cast with it is struck publicly, by tracker',
  params: ofBox,
  body: z.object({ credential: Big }),
  reply: z.object({ struck: z.array(Tracker), cancelled: z.int() }),
})
