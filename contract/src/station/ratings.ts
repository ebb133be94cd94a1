import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { EscalationStep } from '../platform/escalations.ts'
import { Day, Id, maybeWords, Moment, Page, pageOf, Text, words } from '../values.ts'

/** 非常不满意 · 不满意 · 基本满意 · 满意 · 非常满意. Voluntary; the two lowest are followed up. */
export const levels = [1, 2, 3, 4, 5] as const
export const Level = z.int().check(z.gte(1), z.lte(5))
export const badLevel = 2

const Given = {
  level: Level,
  words: z._default(maybeWords(1000), ''),
  /** May somebody call about it? Without it a bad rating is looked into all the same, and the answer waits here. */
  call: z._default(z.boolean(), false),
}
export const followUpStates = ['open', 'verified', 'fixed', 'calledBack', 'closed'] as const
export const FollowUpState = z.enum(followUpStates)

/** What the giver sees again: the own rating and what became of it. */
export const MyRating = z.object({
  id: Id,
  level: Level,
  at: Moment,
  followUp: z.nullable(
    z.object({
      state: FollowUpState,
      callBy: Day,
      fixBy: Day,
      /** How far up it went because nobody called or put it right in time. */
      escalated: EscalationStep,
      answer: z.nullable(z.string()),
    }),
  ),
})

export const rateCase = operation({
  id: 'station.ratings.case',
  method: 'POST',
  path: '/api/v1/my-cases/:caseId/rating',
  post: 'resident',
  inPerson: true,
  summary: 'Rate how a closed matter was handled: once, voluntary; the clerk does not learn who rated',
  params: z.object({ caseId: Id }),
  body: z.object(Given),
  status: 201,
  reply: MyRating,
})
export const readMyRating = operation({
  id: 'station.ratings.mine',
  method: 'GET',
  path: '/api/v1/my-cases/:caseId/rating',
  post: 'resident',
  inPerson: true,
  summary: 'My rating of this matter and what became of it; `may` says whether I can still give one',
  params: z.object({ caseId: Id }),
  reply: z.object({ rating: z.nullable(MyRating), may: z.array(z.string()) }),
})

export const rateByCode = operation({
  id: 'station.ratings.by-code',
  method: 'POST',
  path: '/api/v1/ratings',
  post: 'nobody',
  summary: 'Rate a visit or a matter with the code on the slip, without signing in; a code works once',
  body: z.object({ ...Given, code: words(30) }),
  perMinute: 10,
  status: 201,
  reply: z.object({ id: Id, followUp: z.boolean() }),
})

export const printRatingCode = operation({
  id: 'station.ratings.code',
  method: 'POST',
  path: '/api/v1/desk/cases/:caseId/rating-code',
  post: 'station.cases.work',
  summary: 'A code to rate a closed matter with, to print or send; it does not tell whether one was used',
  params: z.object({ caseId: Id }),
  status: 201,
  reply: z.object({ code: z.string(), validUntil: Day }),
})

/** By service and level, whole quarters only, suppressed; never by clerk, window or person. */
export const readRatingSummary = operation({
  id: 'station.ratings.summary',
  method: 'GET',
  path: '/api/v1/ratings/summary',
  post: 'anyone',
  summary: 'How services were rated in a finished quarter',
  query: z.object({ quarter: z.optional(z.string().check(z.regex(/^\d{4}-Q[1-4]$/))) }),
  reply: z.object({
    quarter: z.nullable(z.string()),
    quarters: z.array(z.string()),
    services: z.array(z.object({ key: z.string(), name: Text, levels: z.array(Shown), total: Shown })),
    levels: z.array(Shown),
    total: Shown,
    /** Of the bad ones: followed up in time. */
    followUps: z.object({ inTime: Shown, late: Shown }),
    meaning: Text,
  }),
})

export const followUpSteps = ['verify', 'call', 'fix', 'callBack', 'close', 'misRated', 'note'] as const
export const FollowUp = z.object({
  id: Id,
  service: Text,
  serviceKey: z.string(),
  kind: z.enum(['case', 'visit']),
  level: Level,
  words: z.nullable(z.string()),
  at: Moment,
  state: FollowUpState,
  callBy: Day,
  fixBy: Day,
  escalated: EscalationStep,
  late: z.boolean(),
  called: z.nullable(Moment),
  outcome: z.nullable(z.enum(['fixed', 'explained', 'notReached', 'misRated'])),
  /** The giver said yes to a call; otherwise the answer is written for them to read. */
  mayCall: z.boolean(),
  /** Only here is the matter named: nobody else sees which case a rating belongs to. */
  caseId: z.nullable(Id),
  events: z.array(z.object({ at: Moment, kind: z.string(), words: z.nullable(z.string()) })),
  may: z.array(z.enum(followUpSteps)),
})

export const listFollowUps = operation({
  id: 'station.ratings.follow-ups',
  method: 'GET',
  path: '/api/v1/desk/rating-follow-ups',
  post: 'station.ratings.follow',
  summary: 'Bad ratings given to this post to look into: never the post that was rated',
  query: z.object({ ...Page, open: z._default(z.enum(['yes', 'no']), 'yes') }),
  purpose: 'ratingFollowUp',
  reply: pageOf(FollowUp),
})
export const readFollowUp = operation({
  id: 'station.ratings.follow-up',
  method: 'GET',
  path: '/api/v1/desk/rating-follow-ups/:followUpId',
  post: 'station.ratings.follow',
  summary: 'One bad rating given to this post to look into',
  params: z.object({ followUpId: Id }),
  purpose: 'ratingFollowUp',
  reply: FollowUp,
})
export const stepFollowUp = operation({
  id: 'station.ratings.step',
  method: 'POST',
  path: '/api/v1/desk/rating-follow-ups/:followUpId/steps',
  post: 'station.ratings.follow',
  summary: 'Verify, call, fix, call back, close; or appeal a rating that was given by mistake, with the giver’s word',
  params: z.object({ followUpId: Id }),
  body: z.object({
    step: z.enum(followUpSteps),
    words: z._default(maybeWords(1000), ''),
    outcome: z.optional(z.enum(['fixed', 'explained', 'notReached'])),
  }),
  reply: FollowUp,
})
/** The number of the giver, who agreed to a call; kept as a look. */
export const openFollowUpPhone = operation({
  id: 'station.ratings.phone',
  method: 'GET',
  path: '/api/v1/desk/rating-follow-ups/:followUpId/phone',
  post: 'station.ratings.follow',
  summary: 'Whom to call about a bad rating, where a call was agreed to',
  params: z.object({ followUpId: Id }),
  purpose: 'ratingFollowUp',
  reply: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
})
