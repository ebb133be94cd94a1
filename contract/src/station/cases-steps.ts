import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { AmountBand, UseOutcome } from '../programme/agreements.ts'
import { Day, Id, maybeWords, words } from '../values.ts'
import { CaseState, Outcome } from './cases.ts'

/** The number of the last event the clerk has seen: of two clerks at once the second is told, and nothing is lost. */
const seen = { events: z.int().check(z.gte(1)) }
const reply = z.object({ id: Id, state: CaseState, events: z.int(), may: z.array(z.string()) })
const params = z.object({ caseId: Id })
const clerk = { method: 'POST', post: 'station.cases.work', params, reply } as const
const department = { method: 'POST', post: 'station.cases.department', params, reply } as const
/** A clerk, or the department the case lies with; for anybody else there is no such case. */
const either = { method: 'POST', post: 'resident', params, reply } as const

export const takeCase = operation({
  ...clerk,
  id: 'station.cases.take',
  path: '/api/v1/desk/cases/:caseId/take',
  summary: 'Take a case on: from now on it is mine',
  body: z.object(seen),
})
export const acceptCase = operation({
  ...clerk,
  id: 'station.cases.accept',
  path: '/api/v1/desk/cases/:caseId/accept',
  summary: 'Accept: the promised days begin',
  body: z.object(seen),
})

export const askForMissing = operation({
  ...either,
  id: 'station.cases.ask',
  path: '/api/v1/desk/cases/:caseId/ask',
  summary: 'Name everything that is missing, once (一次性告知); a second time needs a supervisor and a reason',
  body: z.object({
    ...seen,
    documents: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(40)), []),
    fields: z._default(z.array(z.string().check(z.maxLength(160))).check(z.maxLength(40)), []),
    words: words(1000),
    /** Only for a second notice: why it was not said the first time. */
    reason: z.optional(maybeWords(400)),
  }),
})

export const receiveDocuments = operation({
  ...clerk,
  id: 'station.cases.receive',
  path: '/api/v1/desk/cases/:caseId/receive',
  summary: 'Papers came in or were seen; when nothing is missing any more the case goes on',
  body: z.object({
    ...seen,
    documents: z
      .array(
        z.object({
          need: z.string().check(z.maxLength(60)),
          state: z.enum(['received', 'seen']),
          alternative: z.optional(z.string().check(z.maxLength(60))),
        }),
      )
      .check(z.maxLength(40)),
    /** The resident has brought everything that was asked for. */
    complete: z._default(z.boolean(), false),
  }),
})

export const waiveDocument = operation({
  ...clerk,
  id: 'station.cases.waive',
  path: '/api/v1/desk/cases/:caseId/waive',
  summary: 'Go on without a paper for now (容缺), with the day it will be handed in',
  body: z.object({ ...seen, document: z.string().check(z.maxLength(60)), promisedOn: Day }),
})

export const routeCase = operation({
  ...clerk,
  id: 'station.cases.route',
  path: '/api/v1/desk/cases/:caseId/route',
  summary: 'Send it to the department that decides; it accepts or declines within two working days',
  body: z.object({ ...seen, department: z.optional(z.string().check(z.maxLength(60))), words: z._default(maybeWords(1000), '') }),
})
export const acceptAsDepartment = operation({
  ...department,
  id: 'station.cases.department-accept',
  path: '/api/v1/desk/cases/:caseId/department-accept',
  summary: 'The department takes it on',
  body: z.object(seen),
})
export const declineAsDepartment = operation({
  ...department,
  id: 'station.cases.department-decline',
  path: '/api/v1/desk/cases/:caseId/department-decline',
  summary: 'The department does not take it on, with a reason; it goes back to its owner at the station',
  body: z.object({ ...seen, words: words(1000) }),
})
export const returnAsDepartment = operation({
  ...department,
  id: 'station.cases.return',
  path: '/api/v1/desk/cases/:caseId/return',
  summary: 'The department gives it back after all, with a reason',
  body: z.object({ ...seen, words: words(1000) }),
})

export const setDepartmentNumber = operation({
  ...either,
  id: 'station.cases.department-number',
  path: '/api/v1/desk/cases/:caseId/department-number',
  summary: 'Its number in the department’s own system',
  body: z.object({ ...seen, number: words(60) }),
})

export const decideCase = operation({
  ...either,
  id: 'station.cases.decide',
  path: '/api/v1/desk/cases/:caseId/decide',
  summary: 'Decide, with one of the service’s reasons, its law and another way',
  body: z.object({ ...seen, outcome: Outcome, reason: words(60), words: z._default(maybeWords(1000), '') }),
})
export const closeCase = operation({
  ...clerk,
  id: 'station.cases.close',
  path: '/api/v1/desk/cases/:caseId/close',
  summary: 'The result was handed over',
  body: z.object(seen),
})
export const reopenCaseAtDesk = operation({
  ...clerk,
  id: 'station.cases.reopen-at-desk',
  path: '/api/v1/desk/cases/:caseId/reopen',
  summary: 'Take it up again because the resident says so at the desk',
  body: z.object({ ...seen, words: words(1000) }),
})
export const withdrawCaseAtDesk = operation({
  ...clerk,
  id: 'station.cases.withdraw-at-desk',
  path: '/api/v1/desk/cases/:caseId/withdraw',
  summary: 'The resident withdraws at the desk',
  body: z.object({ ...seen, words: z._default(maybeWords(400), '') }),
})
export const noteOnCase = operation({
  ...either,
  id: 'station.cases.note',
  path: '/api/v1/desk/cases/:caseId/notes',
  summary: 'A note for colleagues; the person may ask to read it',
  body: z.object({ words: words(2000) }),
})

export const handOverCase = operation({
  ...clerk,
  id: 'station.cases.hand-over',
  path: '/api/v1/desk/cases/:caseId/hand-over',
  summary: 'Give it to another post of the station, with a note',
  body: z.object({ ...seen, toPost: Id, words: z._default(maybeWords(400), '') }),
})

export const mergeCase = operation({
  ...clerk,
  id: 'station.cases.merge',
  path: '/api/v1/desk/cases/:caseId/merge',
  summary: 'The same matter filed twice: this one follows the other; or both are only linked',
  body: z.object({ ...seen, other: Id, kind: z.enum(['merge', 'link']) }),
})
export const unmergeCase = operation({
  ...clerk,
  id: 'station.cases.unmerge',
  path: '/api/v1/desk/cases/:caseId/unmerge',
  summary: 'Undo the merging or linking',
  body: z.object({ ...seen, link: Id }),
})

/** A step outside the city, at a party that has no sign-in here. */
export const startExternalStep = operation({
  ...clerk,
  id: 'station.cases.external-start',
  path: '/api/v1/desk/cases/:caseId/external',
  summary: 'Write to the other place: the letter, and the days to ask again',
  body: z.object({ ...seen, letter: words(4000), sentOn: Day }),
})
export const askExternalAgain = operation({
  ...clerk,
  id: 'station.cases.external-ask',
  path: '/api/v1/desk/cases/:caseId/external/ask',
  summary: 'Asked again: by phone, by letter',
  body: z.object({ ...seen, on: Day, words: words(400) }),
})
export const recordExternalReply = operation({
  ...clerk,
  id: 'station.cases.external-reply',
  path: '/api/v1/desk/cases/:caseId/external/reply',
  summary: 'What the other place answered; the use of the agreement is counted, never a diagnosis',
  body: z.object({
    ...seen,
    on: Day,
    outcome: UseOutcome,
    /** A code, never free text: what the illness was is nobody's business. */
    reason: z.optional(z.enum(['notCovered', 'belowThreshold', 'papersMissing', 'tooLate', 'notRegistered', 'other'])),
    amountBand: z._default(AmountBand, 'none'),
    words: z._default(maybeWords(1000), ''),
  }),
})

/** Up to two hundred at once: first what would happen, then doing it, then undo for ten minutes. */
export const bulkCases = operation({
  id: 'station.cases.bulk',
  method: 'POST',
  path: '/api/v1/desk/cases-bulk',
  post: 'station.cases.work',
  summary: 'Accept, route, close or hand over many cases; with preview each is only examined',
  body: z.object({
    cases: z.array(z.object({ id: Id, ...seen })).check(z.minLength(1), z.maxLength(200)),
    step: z.enum(['take', 'accept', 'route', 'close', 'handOver']),
    toPost: z.optional(Id),
    preview: z.boolean(),
  }),
  reply: z.object({
    bulk: z.nullable(Id),
    results: z.array(
      z.object({ id: Id, number: z.string(), done: z.boolean(), code: z.nullable(z.string()), sentence: z.nullable(z.string()) }),
    ),
    undoUntil: z.nullable(z.string()),
  }),
})
export const undoBulk = operation({
  id: 'station.cases.bulk-undo',
  method: 'POST',
  path: '/api/v1/desk/cases-bulk/:bulkId/undo',
  post: 'station.cases.work',
  summary: 'Take a bulk action back; cases somebody has touched since stay as they are and are named',
  params: z.object({ bulkId: Id }),
  reply: z.object({
    results: z.array(
      z.object({ id: Id, number: z.string(), done: z.boolean(), code: z.nullable(z.string()), sentence: z.nullable(z.string()) }),
    ),
  }),
})
