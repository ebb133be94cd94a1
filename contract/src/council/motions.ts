import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, maybeText, maybeWords, Page, pageOf, Text, words } from '../values.ts'
import { Bench } from './charter.ts'
import { StatementResult } from './conversations.ts'
import { MotionGround, MotionKind, MotionOutcomeKind, MotionState } from './motion-states.ts'

/** Topics that need no common ground first; which of them, the charter says. */
export const ExemptTopic = z.enum(['unequalTreatment', 'safety', 'unpaidWages'])
export type ExemptTopic = z.infer<typeof ExemptTopic>

const day = z.nullable(Day)
/** A draft may still lack words. */
const Said = maybeText(4000)
export const mostLines = 60
/** One sentence or paragraph of what is resolved. Amendments name lines by number. */
export const Line = words(300)

/** What each of the three parties does (M2); who has no part is left out. */
export const Roles = z.object({
  government: z.optional(maybeWords(300)),
  social: z.optional(maybeWords(300)),
  residents: z.optional(maybeWords(300)),
})

/** In writing, concrete, and something that can be carried out: what, who, by when, at what cost. A draft may still lack parts. */
export const MotionDraft = z.object({
  kind: MotionKind,
  title: maybeWords(60),
  reasons: maybeWords(2000),
  lines: z.array(Line).check(z.maxLength(mostLines)),
  doer: maybeWords(200),
  byDay: day,
  costCents: z.nullable(z.int().check(z.gte(0), z.lte(100_000_000_00))),
  roles: Roles,
  /** The organ that would gain, pay or be bound; whoever has an interest in it may not support. */
  aboutOrganId: z.nullable(Id),
  /** Of an exclusion: the term in office it would end. */
  excludedTermId: z.optional(z.nullable(Id)),
  /** Where only one lane is concerned. */
  laneId: z.nullable(Id),
  conversationId: z.nullable(Id),
  statementIds: z.array(Id).check(z.maxLength(20)),
  mergedConcernId: z.nullable(Id),
  exemptAs: z.nullable(ExemptTopic),
  charterVersionId: z.nullable(Id),
})
export type MotionDraft = z.infer<typeof MotionDraft>

/** How many stand behind it. Of residents only the number is known to anybody (D3); delegates sign in public. */
export const MotionSupport = z.object({
  residents: z.int(),
  residentsNeeded: z.int(),
  delegates: z.array(z.object({ name: z.string(), bench: z.nullable(Bench) })),
  delegatesNeeded: z.int(),
  until: day,
  /** My own, whoever I am. */
  mine: z.boolean(),
})
export type MotionSupport = z.infer<typeof MotionSupport>

export const MotionLine = z.object({
  id: Id,
  /** 〔2026〕3号; null before it is filed. */
  number: z.nullable(z.object({ year: z.int(), number: z.int() })),
  title: Said,
  state: MotionState,
  kind: MotionKind,
  origin: z.enum(['delegate', 'residents']),
  bench: z.nullable(Bench),
  ground: z.nullable(MotionGround),
  filedOn: day,
  /** Who has it now and until when: screening, support. */
  waitsUntil: day,
  late: z.boolean(),
  supporters: z.object({ residents: z.int(), residentsNeeded: z.int(), delegates: z.int(), delegatesNeeded: z.int() }),
  meetingsWaited: z.int(),
})
export type MotionLine = z.infer<typeof MotionLine>

/** Both groups side by side as they stood at filing, as far as it could be shown. */
export const GroundFigures = z.object({
  met: z.boolean(),
  /** Where a single lane is concerned; both 0 elsewhere. */
  visits: z.object({ recorded: z.int(), needed: z.int() }),
  statements: z.array(StatementResult),
})
export type GroundFigures = z.infer<typeof GroundFigures>

export const MotionEvent = z.object({
  seq: z.int(),
  kind: z.string(),
  at: z.string(),
  /** The post that did it; null for author and clock. */
  by: z.nullable(Text),
  byAuthor: z.boolean(),
  /** Published words: a reason, a ruling. */
  words: z.nullable(z.string()),
  meetingId: z.nullable(Id),
})
export type MotionEvent = z.infer<typeof MotionEvent>

export const Amendment = z.object({
  id: Id,
  number: z.int(),
  author: z.nullable(z.string()),
  bench: z.nullable(Bench),
  version: z.int(),
  fromLine: z.int(),
  toLine: z.int(),
  /** What stood there in that version. */
  before: z.array(z.string()),
  lines: z.array(z.string()),
  reason: z.string(),
  state: z.enum(['open', 'merged', 'rejected', 'withdrawn', 'overtaken']),
  decidedBy: z.nullable(z.enum(['mover', 'vote'])),
  proposedOn: Day,
  decidedOn: day,
  /** Numbers of open amendments that touch the same lines: only one of them can be taken as it is. */
  conflicts: z.array(z.int()),
  may: z.array(z.enum(['merge', 'decline', 'withdraw', 'settle'])),
})
export type Amendment = z.infer<typeof Amendment>

export const MotionAct = z.enum([
  'rewrite',
  'erase',
  'seekSupport',
  'file',
  'withdraw',
  'support',
  'unsupport',
  'cosign',
  'uncosign',
  'amend',
  'attach',
  'screen',
  'recommend',
  'describe',
  'appeal',
  'giveOpinion',
  'enterPaper',
  'override',
])
export type MotionAct = z.infer<typeof MotionAct>

export const procedureWays = ['take', 'takeAmended', 'refer', 'postpone', 'reject'] as const
export const Procedure = z.object({ way: z.enum(procedureWays), reason: z.string() })

export const MotionFile = z.object({ id: Id, name: z.string(), mediaType: z.string(), bytes: z.int() })
export type MotionFile = z.infer<typeof MotionFile>

/** The public page of a motion. A draft is read by its author only. */
export const Motion = z.object({
  ...MotionLine.shape,
  councilId: Id,
  /** Of a delegate's motion; of a resident's nobody is told who wrote it. */
  mover: z.nullable(z.object({ name: z.string(), bench: z.nullable(Bench) })),
  /** I wrote it. */
  mine: z.boolean(),
  reasons: Said,
  summary: z.nullable(Text),
  lines: z.array(z.string()),
  translation: z.nullable(z.array(z.string())),
  version: z.int(),
  doer: Said,
  byDay: day,
  costCents: z.nullable(z.int()),
  roles: Roles,
  about: z.nullable(z.object({ id: Id, name: Text })),
  /** Of an exclusion: the delegate concerned, whose seat is public. */
  excluded: z.nullable(z.object({ termId: Id, name: z.string() })),
  laneId: z.nullable(Id),
  conversationId: z.nullable(Id),
  statementIds: z.array(Id),
  mergedConcernId: z.nullable(Id),
  exemptAs: z.nullable(ExemptTopic),
  charterVersionId: z.nullable(Id),
  groundFigures: z.nullable(GroundFigures),
  support: MotionSupport,
  screening: z.object({ by: day, on: day, reason: z.nullable(Text) }),
  appeal: z.object({
    until: day,
    on: day,
    words: z.nullable(z.string()),
    outcome: z.nullable(z.enum(['upheld', 'dismissed'])),
  }),
  procedure: z.nullable(Procedure),
  opinions: z.array(z.object({ id: Id, organ: Text, post: Text, words: z.string(), on: Day })),
  files: z.array(MotionFile),
  amendments: z.array(Amendment),
  versions: z.array(z.object({ version: z.int(), from: Day, lines: z.array(z.string()) })),
  meeting: z.nullable(z.object({ id: Id, startsAt: z.string() })),
  outcome: z.nullable(
    z.object({
      kind: z.nullable(MotionOutcomeKind),
      figures: z.record(z.string(), z.unknown()),
      ballotId: z.nullable(Id),
      override: z.nullable(z.object({ reason: z.string(), was: MotionState })),
      /** One of the two has asked for it and the other has not agreed yet. */
      asked: z.nullable(z.object({ state: MotionState, reason: z.string() })),
    }),
  ),
  decidedOn: day,
  events: z.array(MotionEvent),
  /** Organs in whose name this reader may give an opinion. */
  opinionAs: z.array(z.object({ id: Id, name: Text })),
  may: z.array(MotionAct),
})
export type Motion = z.infer<typeof Motion>

const inCouncil = z.object({ councilId: Id })
const one = z.object({ motionId: Id })

export const listMotions = operation({
  id: 'council.motions.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/motions',
  post: 'anyone',
  summary: 'Motions of a council and what became of them',
  params: inCouncil,
  query: z.object({
    which: z._default(z.enum(['open', 'seekingSupport', 'decided', 'all', 'screening']), 'all'),
    bench: z.optional(Bench),
    ...Page,
  }),
  reply: pageOf(MotionLine),
})

export const readMotion = operation({
  id: 'council.motions.read',
  method: 'GET',
  path: '/api/v1/motions/:motionId',
  post: 'anyone',
  summary: 'A motion with its text, amendments, support, history and result',
  params: one,
  reply: Motion,
})

export const listMyMotions = operation({
  id: 'council.motions.mine',
  method: 'GET',
  path: '/api/v1/my-motions',
  post: 'resident',
  summary: 'Motions I wrote, drafts too, and those I support',
  reply: z.object({ written: z.array(MotionLine), supported: z.array(MotionLine) }),
})

/** What writing one needs to know beforehand. */
export const readMotionRules = operation({
  id: 'council.motions.rules',
  method: 'GET',
  path: '/api/v1/councils/:councilId/motion-rules',
  post: 'anyone',
  summary: 'What the charter of today asks of a motion',
  params: inCouncil,
  reply: z.object({
    residents: z.int(),
    delegates: z.int(),
    withinDays: z.int(),
    screeningWorkingDays: z.int(),
    sentAheadDays: z.int(),
    commonGroundRequired: z.boolean(),
    afterDays: z.int(),
    residentsTimes: z.int(),
    exempt: z.array(ExemptTopic),
    /** I sit in this council. */
    delegate: z.boolean(),
    organs: z.array(z.object({ id: Id, name: Text })),
    /** Delegates of the benches, for a motion to exclude one. */
    seated: z.array(z.object({ termId: Id, name: z.string(), bench: Bench })),
    lanes: z.array(z.object({ id: Id, name: Text })),
    /** Conversations that have begun, with their public statements and whether both groups agree on each. */
    conversations: z.array(
      z.object({ id: Id, title: Text, statements: z.array(z.object({ id: Id, words: z.string(), met: z.boolean() })) }),
    ),
  }),
})

export const writeMotion = operation({
  id: 'council.motions.write',
  method: 'POST',
  path: '/api/v1/councils/:councilId/motions',
  post: 'resident',
  summary: 'Keep the draft of a motion; only its author sees it',
  params: inCouncil,
  body: z.object({ ...MotionDraft.shape, id: z.optional(Id) }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const rewriteMotion = operation({
  id: 'council.motions.rewrite',
  method: 'PUT',
  path: '/api/v1/motions/:motionId',
  post: 'resident',
  summary: 'Change the draft of my motion',
  params: one,
  body: MotionDraft,
  reply: Motion,
})

export const eraseMotion = operation({
  id: 'council.motions.erase',
  method: 'DELETE',
  path: '/api/v1/motions/:motionId',
  post: 'resident',
  summary: 'Throw the draft of my motion away',
  params: one,
  status: 204,
})

export const seekSupport = operation({
  id: 'council.motions.seek-support',
  method: 'POST',
  path: '/api/v1/motions/:motionId/support-call',
  post: 'resident',
  inPerson: true,
  summary: 'Make my motion public and ask residents and delegates to support it',
  params: one,
  reply: Motion,
})

export const supportMotion = operation({
  id: 'council.motions.support',
  method: 'POST',
  path: '/api/v1/motions/:motionId/support',
  post: 'resident',
  inPerson: true,
  summary: 'Support a motion as somebody who lives here, or take it back',
  params: one,
  body: z.object({ support: z.boolean() }),
  reply: Motion,
})

export const cosignMotion = operation({
  id: 'council.motions.cosign',
  method: 'POST',
  path: '/api/v1/motions/:motionId/cosignatures',
  post: 'council.sit',
  inPerson: true,
  summary: 'Sign a motion as a delegate, which also seconds it, or take it back',
  params: one,
  body: z.object({ sign: z.boolean() }),
  reply: Motion,
})

export const enterPaperSupport = operation({
  id: 'council.motions.paper-support',
  method: 'POST',
  path: '/api/v1/motions/:motionId/paper-support',
  post: 'council.moderate',
  summary: 'Enter the signatures of a paper list; they count once a second person has compared list and entry',
  params: one,
  body: z.object({
    sheet: words(40),
    signers: z
      .array(z.object({ phone: z.string().check(z.trim(), z.minLength(5), z.maxLength(20)), name: words(60) }))
      .check(z.minLength(1), z.maxLength(50)),
  }),
  reply: z.object({
    entered: z.int(),
    /** Lines of the sheet, from 1, that cannot count: nobody of that name and number is known to live here. Why is told to that person only. */
    cannotCount: z.array(z.int()),
  }),
})

export const listPaperSupport = operation({
  id: 'council.motions.paper-sheets',
  method: 'GET',
  path: '/api/v1/motions/:motionId/paper-support',
  post: 'council.moderate',
  summary: 'Paper lists of a motion and whether a second person has compared them',
  params: one,
  reply: z.object({ sheets: z.array(z.object({ sheet: z.string(), signers: z.int(), confirmed: z.boolean(), mayConfirm: z.boolean() })) }),
})

export const confirmPaperSupport = operation({
  id: 'council.motions.confirm-paper',
  method: 'POST',
  path: '/api/v1/motions/:motionId/paper-support/confirmations',
  post: 'council.moderate',
  summary: 'Say that a paper list and its entry agree; nobody confirms their own entry',
  params: one,
  body: z.object({ sheet: words(40), signers: z.int().check(z.gte(1)) }),
  reply: Motion,
})

export const fileMotion = operation({
  id: 'council.motions.file',
  method: 'POST',
  path: '/api/v1/motions/:motionId/filing',
  post: 'resident',
  inPerson: true,
  summary: 'File my motion: it gets its number and goes to screening',
  params: one,
  body: z.object({
    /** Without common ground, once the charter's days are over: the motion is marked and ranks equally. */
    withoutCommonGround: z._default(z.boolean(), false),
  }),
  reply: Motion,
})

export const withdrawMotion = operation({
  id: 'council.motions.withdraw',
  method: 'POST',
  path: '/api/v1/motions/:motionId/withdrawal',
  post: 'resident',
  inPerson: true,
  summary: 'Withdraw my motion, as long as it has not been seconded',
  params: one,
  body: z.object({ because: maybeWords(500) }),
  reply: Motion,
})

export const screenMotion = operation({
  id: 'council.motions.screen',
  method: 'POST',
  path: '/api/v1/motions/:motionId/screening',
  post: 'council.clerk',
  summary: 'Admit a filed motion or return it with published reasons',
  params: one,
  body: z.discriminatedUnion('admit', [z.object({ admit: z.literal(true) }), z.object({ admit: z.literal(false), reason: Text })]),
  reply: Motion,
})

export const appealReturn = operation({
  id: 'council.motions.appeal',
  method: 'POST',
  path: '/api/v1/motions/:motionId/appeal',
  post: 'resident',
  inPerson: true,
  summary: 'Appeal to the council against the return of my motion',
  params: one,
  body: z.object({ words: words(1000) }),
  reply: Motion,
})

export const decideAppeal = operation({
  id: 'council.motions.decide-appeal',
  method: 'POST',
  path: '/api/v1/motions/:motionId/appeal/decision',
  post: 'council.clerk',
  summary: 'Enter what the council decided about an appeal, with the counts of hands',
  params: one,
  body: z.object({
    meetingId: Id,
    for: z.int().check(z.gte(0), z.lte(100)),
    against: z.int().check(z.gte(0), z.lte(100)),
    abstain: z.int().check(z.gte(0), z.lte(100)),
  }),
  reply: Motion,
})

export const recommendProcedure = operation({
  id: 'council.motions.recommend',
  method: 'POST',
  path: '/api/v1/motions/:motionId/procedure',
  post: 'council.clerk',
  summary: 'Recommend how the council might deal with a motion, with the reason',
  params: one,
  body: z.object({ way: z.enum(procedureWays), reason: words(500) }),
  reply: Motion,
})

export const describeMotion = operation({
  id: 'council.motions.describe',
  method: 'PUT',
  path: '/api/v1/motions/:motionId/summary',
  post: 'council.clerk',
  summary: 'The plain summary on one page, and the translation; neither is voted on',
  params: one,
  body: z.object({
    summary: z.nullable(Text),
    translation: z.nullable(
      z.object({
        title: words(200),
        reasons: words(4000),
        doer: words(400),
        lines: z.array(words(600)).check(z.minLength(1), z.maxLength(mostLines)),
      }),
    ),
  }),
  reply: Motion,
})

export const giveOpinion = operation({
  id: 'council.motions.opinion',
  method: 'POST',
  path: '/api/v1/motions/:motionId/opinions',
  post: 'resident',
  inPerson: true,
  summary: 'Attach the signed written opinion of an organ one holds a leading post in; no step waits for it',
  params: one,
  body: z.object({ organId: Id, words: words(2000) }),
  reply: Motion,
})

export const attachFile = operation({
  id: 'council.motions.attach',
  method: 'POST',
  path: '/api/v1/motions/:motionId/files',
  post: 'resident',
  summary: 'Attach a picture or a PDF to my motion',
  params: one,
  media: { request: 'multipart/form-data' },
  status: 201,
  reply: MotionFile,
})

export const detachFile = operation({
  id: 'council.motions.detach',
  method: 'DELETE',
  path: '/api/v1/motions/:motionId/files/:fileId',
  post: 'resident',
  summary: 'Take an attachment off my draft',
  params: z.object({ motionId: Id, fileId: Id }),
  status: 204,
})

export const readMotionFile = operation({
  id: 'council.motions.read-file',
  method: 'GET',
  path: '/api/v1/motions/:motionId/files/:fileId',
  post: 'anyone',
  summary: 'An attachment of a motion',
  params: z.object({ motionId: Id, fileId: Id }),
  media: { reply: 'application/octet-stream' },
})

export const downloadMotion = operation({
  id: 'council.motions.docx',
  method: 'GET',
  path: '/api/v1/motions/:motionId/motion.docx',
  post: 'anyone',
  summary: 'The motion as a document for a word processor',
  params: one,
  media: { reply: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
})

export const overrideResult = operation({
  id: 'council.motions.override',
  method: 'POST',
  path: '/api/v1/motions/:motionId/override',
  post: 'resident',
  inPerson: true,
  summary: 'Set a result by hand: chair and clerk both, with a printed reason',
  params: one,
  body: z.object({ state: z.enum(['carried', 'rejected', 'postponed']), reason: words(1000) }),
  reply: Motion,
})

export const proposeAmendment = operation({
  id: 'council.amendments.propose',
  method: 'POST',
  path: '/api/v1/motions/:motionId/amendments',
  post: 'council.sit',
  inPerson: true,
  summary: 'Propose other lines in place of some lines of a motion',
  params: one,
  body: z.object({
    version: z.int(),
    fromLine: z.int().check(z.gte(1)),
    /** One less than `fromLine` puts the new lines before it. */
    toLine: z.int().check(z.gte(0)),
    lines: z.array(Line).check(z.maxLength(20)),
    reason: words(500),
  }),
  status: 201,
  reply: Motion,
})

export const decideAmendment = operation({
  id: 'council.amendments.decide',
  method: 'POST',
  path: '/api/v1/motions/:motionId/amendments/:amendmentId',
  post: 'resident',
  inPerson: true,
  summary: 'Take an amendment into my motion, decline it, withdraw my own, or enter what the council voted about it',
  params: z.object({ motionId: Id, amendmentId: Id }),
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('merge') }),
    z.object({ act: z.literal('decline') }),
    z.object({ act: z.literal('withdraw') }),
    z.object({ act: z.literal('settle'), meetingId: Id, carried: z.boolean() }),
  ]),
  reply: Motion,
})
