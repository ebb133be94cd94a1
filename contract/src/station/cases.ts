import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { EscalationDays } from '../platform/escalations.ts'
import { Day, Id, maybeWords, Moment, Page, pageOf, Phone, Text, words } from '../values.ts'
import { Answers, ServiceKey } from './services.ts'

export const caseStates = ['filed', 'accepted', 'waitingForResident', 'routed', 'decided', 'closed', 'rated', 'withdrawn'] as const
export const CaseState = z.enum(caseStates)
export type CaseState = z.infer<typeof CaseState>
/** Apart from the state: "closed" is not "solved". */
export const Outcome = z.enum(['granted', 'refused', 'referred'])
export type Outcome = z.infer<typeof Outcome>
export const caseChannels = ['phone', 'desk', 'paper', 'homeVisit', 'onBehalf', 'appointment'] as const
export const CaseChannel = z.enum(caseChannels)
/** Which clock runs, and until the end of which day. */
export const CaseClock = z.object({
  kind: z.enum(['acceptance', 'department', 'resident', 'decision', 'closing']),
  startedOn: Day,
  days: z.int(),
  used: z.int(),
  /** Null while it stands: the answer of the resident or of another place is awaited. */
  dueOn: z.nullable(Day),
  paused: z.nullable(z.enum(['resident', 'externalParty'])),
  /** Who is told when, visible to the resident. */
  escalations: EscalationDays,
  /** 0 none, 1 the owner, 2 the supervisor, 3 the street lead was told. */
  escalated: z.int(),
})
export type CaseClock = z.infer<typeof CaseClock>

/** Somebody who files for another: with which authority, shown on the case (08, People). */
export const OnBehalf = z.object({
  kind: z.enum(['guardian', 'proxy', 'relative', 'handsIn']),
  name: words(60),
  phone: z.optional(Phone),
  relation: words(40),
  /** The paper or the proxy registered with the person that permits it. */
  authority: words(200),
})

export const TimelineEntry = z.object({
  number: z.int(),
  at: Moment,
  kind: z.string(),
  /** One plain sentence in the reader's language. */
  sentence: z.string(),
  /** What was written for the resident: what is missing, the reason, the answer. */
  words: z.nullable(z.string()),
  by: z.nullable(z.string()),
})

export const DocumentState = z.object({
  need: z.string(),
  name: Text,
  help: z.nullable(Text),
  alternatives: z.array(z.object({ id: z.string(), name: Text })),
  waivable: z.boolean(),
  handedIn: z.enum(['copy', 'original', 'seen']),
  keptWhere: Text,
  state: z.enum(['needed', 'missing', 'received', 'seen', 'waived']),
  /** Waived for now (容缺): handed in by this day. */
  promisedOn: z.nullable(Day),
  files: z.array(z.object({ id: Id, mediaType: z.string(), bytes: z.int(), at: Moment })),
})
export type DocumentState = z.infer<typeof DocumentState>

/** Pictures that answer a question, and a signature drawn with a finger; opened like the papers. */
export const AnswerFiles = z.array(z.object({ id: Id, mediaType: z.string() }))

export const Receipt = z.object({
  number: z.string(),
  queryCode: z.string(),
  service: Text,
  filedAt: Moment,
  /** The day by which it is accepted or everything missing is named. */
  acceptBy: z.nullable(Day),
  promisedWorkingDays: z.int(),
  /** The address the QR code opens. */
  link: z.string(),
  /** Shows that the filing stands in the journal: a signed promise at once, the inclusion proof once it is in order. */
  journal: z.object({
    leafId: Id,
    promise: z.nullable(z.object({ origin: z.string(), leaf: z.string(), by: z.string(), signature: z.string() })),
    proof: z.nullable(
      z.object({
        index: z.int(),
        leaf: z.string(),
        proof: z.array(z.string()),
        head: z.object({ origin: z.string(), size: z.int(), root: z.string(), at: z.string(), signature: z.string() }),
      }),
    ),
  }),
})
export type Receipt = z.infer<typeof Receipt>

const Filing = {
  /** Made on the filer's device, unique for ever: sending it fifty times files one case. */
  id: Id,
  service: ServiceKey,
  version: z.int().check(z.gte(1)),
  answers: Answers,
  /** The purposes ticked; nothing is ticked beforehand and leaving one out blocks nothing (D5). */
  consents: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20)), []),
  /** Files uploaded before, by document need. */
  documents: z._default(
    z
      .array(z.object({ need: z.string().check(z.maxLength(60)), alternative: z.optional(z.string().check(z.maxLength(60))), file: Id }))
      .check(z.maxLength(40)),
    [],
  ),
}
const Filed = z.object({ id: Id, number: z.string(), queryCode: z.string(), receipt: Receipt, missing: z.array(z.string()) })

export const fileCase = operation({
  id: 'station.cases.file',
  method: 'POST',
  path: '/api/v1/cases',
  post: 'resident',
  summary: 'File a case: for oneself, or for somebody who has registered me as their proxy',
  body: z.object({ ...Filing, forPerson: z.optional(Id) }),
  status: 201,
  reply: Filed,
})

export const fileCaseAtDesk = operation({
  id: 'station.cases.file-at-desk',
  method: 'POST',
  path: '/api/v1/desk/cases',
  post: 'station.cases.work',
  summary: 'File for a person at the desk, from paper, on a home visit or on behalf; paper keeps its original time',
  body: z.object({
    ...Filing,
    person: Id,
    channel: z.enum(['desk', 'paper', 'homeVisit', 'onBehalf']),
    /** When it was handed in; only for paper and home visits, never in the future. */
    filedAt: z.optional(Moment),
    onBehalf: z.optional(OnBehalf),
    /** Papers looked at and handed back. */
    seen: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(40)), []),
    /** Accept at once, when everything is there. */
    accept: z._default(z.boolean(), false),
  }),
  status: 201,
  reply: Filed,
})

export const MyCaseLine = z.object({
  id: Id,
  number: z.string(),
  service: Text,
  serviceKey: z.string(),
  state: CaseState,
  outcome: z.nullable(Outcome),
  /** What stands now and what happens next, with the date, as a sentence. */
  line: z.string(),
  /** The resident's own turn. */
  yourTurn: z.boolean(),
  dueOn: z.nullable(Day),
  filedAt: Moment,
  /** Whose case it is, where I follow it for somebody as their proxy; null for my own. */
  forPerson: z.nullable(z.string()),
  may: z.array(z.string()),
})
export type MyCaseLine = z.infer<typeof MyCaseLine>

export const listMyCases = operation({
  id: 'station.cases.mine',
  method: 'GET',
  path: '/api/v1/my-cases',
  post: 'resident',
  summary: 'My cases, and those I may follow for somebody',
  query: z.object({ ...Page, open: z.optional(z.enum(['yes', 'no'])) }),
  reply: pageOf(MyCaseLine),
})

export const readMyCase = operation({
  id: 'station.cases.mine.read',
  method: 'GET',
  path: '/api/v1/my-cases/:caseId',
  post: 'resident',
  summary: 'My case with everything that happened, in plain words and with dates',
  purpose: 'caseWork',
  params: z.object({ caseId: Id }),
  reply: z.object({
    ...MyCaseLine.shape,
    queryCode: z.string(),
    version: z.int(),
    clock: z.nullable(CaseClock),
    answers: z.array(z.object({ page: z.string(), field: z.string(), question: z.string(), answer: z.string(), files: AnswerFiles })),
    documents: z.array(DocumentState),
    /** Everything that is missing, as told once (一次性告知). */
    notice: z.nullable(
      z.object({ at: Moment, words: z.string(), documents: z.array(z.string()), fields: z.array(z.string()), dueOn: z.nullable(Day) }),
    ),
    decision: z.nullable(
      z.object({
        outcome: Outcome,
        reason: Text,
        law: z.nullable(Text),
        instead: z.nullable(Text),
        words: z.nullable(z.string()),
        at: Moment,
      }),
    ),
    external: z.nullable(
      z.object({
        party: Text,
        sentOn: z.nullable(Day),
        nextAskOn: z.nullable(Day),
        repliedOn: z.nullable(Day),
        outcome: z.nullable(z.string()),
      }),
    ),
    timeline: z.array(TimelineEntry),
    reopened: z.int(),
    onBehalf: z.nullable(z.object({ kind: z.string(), name: z.string(), relation: z.string() })),
  }),
})

const mine = { params: z.object({ caseId: Id }), post: 'resident', reply: z.object({ state: CaseState, number: z.int() }) } as const

export const supplementCase = operation({
  id: 'station.cases.supplement',
  method: 'POST',
  path: '/api/v1/my-cases/:caseId/supplement',
  ...mine,
  summary: 'Hand in what was missing: answers put right, files',
  body: z.object({
    answers: z.optional(Answers),
    documents: Filing.documents,
    words: maybeWords(1000),
    /** The last event of the timeline this device has seen: something handed in since by another device is not covered over. */
    seen: z.optional(z.int()),
  }),
})

export const withdrawCase = operation({
  id: 'station.cases.withdraw',
  method: 'POST',
  path: '/api/v1/my-cases/:caseId/withdraw',
  ...mine,
  summary: 'Withdraw my case, before it is decided; no reason is needed',
  body: z.object({ words: z._default(maybeWords(400), '') }),
})

export const reopenCase = operation({
  id: 'station.cases.reopen',
  method: 'POST',
  path: '/api/v1/my-cases/:caseId/reopen',
  ...mine,
  summary: 'It is closed but not solved: take it up again, with a reason',
  body: z.object({ words: words(1000) }),
})

export const confirmCase = operation({
  id: 'station.cases.confirm',
  method: 'POST',
  path: '/api/v1/my-cases/:caseId/confirm',
  ...mine,
  summary: 'The matter is settled: close my decided case',
})

export const readReceipt = operation({
  id: 'station.cases.receipt',
  method: 'GET',
  path: '/api/v1/cases/:caseId/receipt',
  post: 'resident',
  purpose: 'caseReceipt',
  summary: 'The receipt, to print: number, query code, dates, and the proof that it stands in the journal',
  params: z.object({ caseId: Id }),
  reply: Receipt,
})

/** Neutral by design: a wrong code, a wrong tail and a case that is not there look alike. */
export const askStatusByCode = operation({
  id: 'station.cases.status-by-code',
  method: 'POST',
  path: '/api/v1/case-status',
  post: 'anyone',
  summary: 'Where a case stands, by its query code and the last four digits of the phone, without signing in',
  body: z.object({ code: words(20), phoneTail: z.string().check(z.trim(), z.regex(/^\d{4}$/)) }),
  perMinute: 10,
  reply: z.object({
    found: z.nullable(
      z.object({
        number: z.string(),
        state: CaseState,
        outcome: z.nullable(Outcome),
        line: z.string(),
        dueOn: z.nullable(Day),
        timeline: z.array(z.object({ at: Moment, sentence: z.string() })),
      }),
    ),
    /** Too many tries for this code: even the right one is not looked at for a while. */
    waitMinutes: z.int(),
  }),
})
