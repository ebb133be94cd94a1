import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Moment, Page, pageOf, Text, words } from '../values.ts'
import { AnswerFiles, CaseChannel, CaseClock, CaseState, DocumentState, OnBehalf, Outcome, TimelineEntry } from './cases.ts'

/** Saved views of the desk; each is a question put to the cases, not a place they lie in. */
export const caseViews = [
  'mine',
  'new',
  'dueSoon',
  'waitingForResident',
  'routed',
  'returned',
  'escalated',
  'external',
  'decided',
  'all',
] as const
export const CaseView = z.enum(caseViews)

export const QueueLine = z.object({
  id: Id,
  number: z.string(),
  service: Text,
  serviceKey: z.string(),
  /** The name with all but the first character covered. */
  person: z.string(),
  state: CaseState,
  outcome: z.nullable(Outcome),
  channel: CaseChannel,
  filedAt: Moment,
  dueOn: z.nullable(Day),
  /** Working days left; negative when late, null while the clock stands. */
  daysLeft: z.nullable(z.int()),
  /** What is special about it, as a sentence: what is missing, who answers. */
  line: z.string(),
  escalated: z.int(),
  returned: z.boolean(),
  onBehalf: z.boolean(),
  ownerPost: z.nullable(Id),
  department: z.string(),
  /** Sent back with every step: somebody else may have taken one in between. */
  events: z.int(),
  may: z.array(z.string()),
})
export type QueueLine = z.infer<typeof QueueLine>

export const listQueue = operation({
  id: 'station.cases.queue',
  method: 'GET',
  path: '/api/v1/desk/cases',
  post: 'resident',
  summary: 'The cases of a view, what is due first on top; a department sees those that lie with it',
  query: z.object({
    ...Page,
    view: z._default(CaseView, 'mine'),
    service: z.optional(z.string().check(z.maxLength(60))),
    channel: z.optional(CaseChannel),
    community: z.optional(Id),
    /** A case number, or the beginning of one. */
    number: z.optional(z.string().check(z.trim(), z.maxLength(20))),
    person: z.optional(Id),
  }),
  reply: z.object({ ...pageOf(QueueLine).shape, counts: z.record(z.string(), z.int()) }),
})

export const CaseOnPage = z.object({
  ...QueueLine.shape,
  version: z.int(),
  acceptedAt: z.nullable(Moment),
  decidedAt: z.nullable(Moment),
  closedAt: z.nullable(Moment),
  personId: z.nullable(Id),
  /** Covered; each is uncovered by its own, recorded, reading. */
  phone: z.nullable(z.string()),
  answers: z.array(
    z.object({
      page: z.string(),
      field: z.string(),
      question: z.string(),
      answer: z.string(),
      covered: z.boolean(),
      known: z.boolean(),
      files: AnswerFiles,
    }),
  ),
  eligibility: z.object({
    verdict: z.enum(['yes', 'no', 'unsure']),
    reasons: z.array(z.object({ text: Text, met: z.enum(['yes', 'no', 'unsure']), law: z.nullable(Text) })),
  }),
  documents: z.array(DocumentState),
  notice: z.nullable(
    z.object({ at: Moment, words: z.string(), documents: z.array(z.string()), fields: z.array(z.string()), times: z.int() }),
  ),
  decision: z.nullable(
    z.object({
      outcome: Outcome,
      reasonId: z.string(),
      reason: Text,
      law: z.nullable(Text),
      instead: z.nullable(Text),
      words: z.nullable(z.string()),
      at: Moment,
    }),
  ),
  decisionReasons: z.array(z.object({ id: z.string(), outcome: Outcome, text: Text, law: z.nullable(Text), instead: z.nullable(Text) })),
  clock: z.nullable(CaseClock),
  timeline: z.array(TimelineEntry),
  notes: z.array(z.object({ at: Moment, by: z.nullable(z.string()), words: z.string() })),
  consents: z.array(z.object({ purpose: z.string(), text: Text, given: z.boolean(), withoutIt: Text })),
  onBehalfOf: z.nullable(z.object({ ...OnBehalf.shape, phone: z.nullable(z.string()) })),
  departmentName: Text,
  departmentAccepted: z.boolean(),
  departmentNumber: z.nullable(z.string()),
  external: z.nullable(
    z.object({
      id: Id,
      agreement: z.nullable(z.string()),
      party: Text,
      letter: z.string(),
      sentOn: z.nullable(Day),
      askOn: z.array(Day),
      asked: z.array(Day),
      repliedOn: z.nullable(Day),
      outcome: z.nullable(z.string()),
    }),
  ),
  /** The service has a text for its letter, so that the clerk need not begin with an empty page. */
  letterToBegin: z.boolean(),
  duplicates: z.array(z.object({ id: Id, number: z.string(), filedAt: Moment, state: CaseState, linked: z.nullable(Id) })),
  mergedInto: z.nullable(z.object({ id: Id, number: z.string() })),
  reopened: z.int(),
  events: z.int(),
})
export type CaseOnPage = z.infer<typeof CaseOnPage>

export const readCase = operation({
  id: 'station.cases.read',
  method: 'GET',
  path: '/api/v1/desk/cases/:caseId',
  post: 'resident',
  summary: 'Everything about a case on one page; personal fields covered',
  params: z.object({ caseId: Id }),
  purpose: 'caseWork',
  reply: CaseOnPage,
})

export const revealField = operation({
  id: 'station.cases.reveal',
  method: 'POST',
  path: '/api/v1/desk/cases/:caseId/reveal',
  post: 'resident',
  summary: 'Uncover one personal field; the person sees who did and when',
  params: z.object({ caseId: Id }),
  body: z.object({ field: words(160) }),
  purpose: 'caseField',
  reply: z.object({ field: z.string(), value: z.string() }),
})
