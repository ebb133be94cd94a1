import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Id, maybeWords, Text, words } from '../values.ts'

export const CommendationState = z.enum(['call', 'nominations', 'review', 'publicNotice', 'awarded'])
export type CommendationState = z.infer<typeof CommendationState>
export const CommendationAct = z.enum(['openNominations', 'closeNominations', 'publishNotice', 'award'])
export type CommendationAct = z.infer<typeof CommendationAct>
export const NominationState = z.enum(['asked', 'agreed', 'proposed', 'notProposed', 'awarded', 'postponed'])
export type NominationState = z.infer<typeof NominationState>
export const NominatedBy = z.enum(['self', 'peer', 'organ'])
export type NominatedBy = z.infer<typeof NominatedBy>
/** Under the own name, under another one, or not at all. */
export const ShownAs = z.enum(['name', 'alias', 'none'])
export type ShownAs = z.infer<typeof ShownAs>

const Named = z.object({ key: z.string().check(z.regex(/^[a-z][a-zA-Z]{1,30}$/)), name: Text })
export type NamedItem = z.infer<typeof Named>

/** In public: an answer with its reasons, never who objected nor in which words. */
export const PublicAnswer = z.object({ id: Id, answer: z.string(), upheld: z.boolean(), answeredOn: Day })
export type PublicAnswer = z.infer<typeof PublicAnswer>

/** One line of the notice and of the award: a name (or another one) and the deeds, where the nominee wishes it; else a place without a name. */
export const NoticeLine = z.object({
  id: Id,
  category: z.string(),
  name: z.nullable(z.string()),
  deeds: z.nullable(z.string()),
  state: NominationState,
  openObjections: z.boolean(),
  answers: z.array(PublicAnswer),
  story: z.nullable(z.object({ id: Id, title: z.string(), text: z.string(), publishedOn: Day })),
})
export type NoticeLine = z.infer<typeof NoticeLine>

const Groups = z.object({ newcomer: Shown, local: Shown, unstated: Shown })
/** Of everybody who agreed to be nominated, settled when the round was awarded. */
export const CommendationFigures = z.object({
  nominated: Shown,
  declined: Shown,
  categories: z.array(z.object({ key: z.string(), nominated: Shown, groups: Groups })),
  awarded: z.object({ all: Shown, groups: Groups }),
  withoutPost: z.object({ nominated: ShownFigure, groups: Groups }),
})
export type CommendationFigures = z.infer<typeof CommendationFigures>

export const CommendationLine = z.object({
  id: Id,
  year: z.int(),
  title: Text,
  state: CommendationState,
  nominationsFrom: Day,
  nominationsUntil: Day,
  noticeUntil: z.nullable(Day),
  awardedOn: z.nullable(Day),
})
export type CommendationLine = z.infer<typeof CommendationLine>

export const CommendationRound = z.object({
  ...CommendationLine.shape,
  summary: Text,
  criteria: z.array(Named),
  categories: z.array(Named),
  noticeFrom: z.nullable(Day),
  notice: z.array(NoticeLine),
  figures: z.nullable(CommendationFigures),
  /** Acts on the round, and for residents `nominate` and `object`. */
  may: z.array(z.enum(['change', ...CommendationAct.options, 'nominate', 'object'])),
})
export type CommendationRound = z.infer<typeof CommendationRound>

const round = z.object({ roundId: Id })
const one = z.object({ nominationId: Id })

export const listCommendations = operation({
  id: 'programme.commend.list',
  method: 'GET',
  path: '/api/v1/commendations',
  post: 'anyone',
  summary: 'The yearly rounds of commendation, the latest first',
  reply: z.object({ items: z.array(CommendationLine) }),
})

export const readCommendation = operation({
  id: 'programme.commend.read',
  method: 'GET',
  path: '/api/v1/commendations/:roundId',
  post: 'anyone',
  summary: 'One round: criteria, categories, dates, the notice and what was answered to objections',
  params: round,
  reply: CommendationRound,
})

const plan = z.object({
  year: z.int().check(z.gte(2020), z.lte(2100)),
  title: Text,
  summary: Text,
  criteria: z.array(Named).check(z.minLength(1), z.maxLength(8)),
  categories: z.array(Named).check(z.minLength(1), z.maxLength(12)),
  nominationsFrom: Day,
  nominationsUntil: Day,
})
export const callCommendation = operation({
  id: 'programme.commend.call',
  method: 'POST',
  path: '/api/v1/commendations',
  post: 'programme.commend.run',
  summary: 'Announce a round: criteria and categories are public before anybody is nominated',
  body: plan,
  status: 201,
  reply: CommendationRound,
})
export const changeCommendation = operation({
  id: 'programme.commend.change',
  method: 'PUT',
  path: '/api/v1/commendations/:roundId',
  post: 'programme.commend.run',
  summary: 'Change the call while nominations are not open',
  params: round,
  body: plan,
  reply: CommendationRound,
})
export const stepCommendation = operation({
  id: 'programme.commend.step',
  method: 'POST',
  path: '/api/v1/commendations/:roundId/steps',
  post: 'programme.commend.run',
  summary: 'Take the round one step on',
  params: round,
  body: z.object({ act: CommendationAct }),
  reply: CommendationRound,
})

const deeds = words(1500)
export const nominate = operation({
  id: 'programme.commend.nominate',
  method: 'POST',
  path: '/api/v1/commendations/:roundId/nominations',
  post: 'resident',
  summary: 'Nominate oneself, a neighbour, or somebody for an organ; whoever is nominated is asked first',
  params: round,
  perMinute: 20,
  body: z.object({
    by: NominatedBy,
    organId: z.optional(Id),
    category: words(40),
    name: maybeWords(50),
    phone: maybeWords(20),
    deeds,
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

export const enterNomination = operation({
  id: 'programme.commend.enter',
  method: 'POST',
  path: '/api/v1/commendations/:roundId/paper-nominations',
  post: 'programme.commend.run',
  summary: 'Enter a nomination that came on paper, with or without the nominee’s signature',
  params: round,
  body: z.object({
    by: NominatedBy,
    organId: z.optional(Id),
    category: words(40),
    name: words(50),
    phone: maybeWords(20),
    deeds,
    /** The nominee signed that they agree, and how they wish to be shown. */
    signed: z.boolean(),
    shownAs: ShownAs,
    alias: maybeWords(30),
  }),
  status: 201,
  reply: z.object({ id: Id }),
})

/** A nomination about the reader. */
export const OwnNomination = z.object({
  id: Id,
  roundId: Id,
  round: Text,
  category: Text,
  by: NominatedBy,
  organ: z.nullable(Text),
  deeds: z.string(),
  state: NominationState,
  shownAs: ShownAs,
  alias: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  story: z.nullable(z.object({ id: Id, title: z.string(), text: z.string(), published: z.boolean() })),
  certificateId: z.nullable(Id),
  may: z.array(z.enum(['answer', 'showAs', 'withdraw', 'publishStory', 'takeDownStory'])),
})
export type OwnNomination = z.infer<typeof OwnNomination>

export const listOwnNominations = operation({
  id: 'programme.commend.mine',
  method: 'GET',
  path: '/api/v1/my/commendations',
  post: 'resident',
  summary: 'Nominations about me, and those I sent',
  reply: z.object({
    aboutMe: z.array(OwnNomination),
    sent: z.array(z.object({ id: Id, round: Text, category: Text, by: NominatedBy, on: Day })),
  }),
})

const answerBody = {
  /** The nominee’s own wording of the deeds. */
  deeds: z.optional(deeds),
  shownAs: ShownAs,
  alias: maybeWords(30),
}
export const answerNomination = operation({
  id: 'programme.commend.answer',
  method: 'POST',
  path: '/api/v1/my/commendations/:nominationId/answer',
  post: 'resident',
  inPerson: true,
  summary: 'Agree to be nominated, saying how to be shown, or decline: then nothing of it is kept',
  params: one,
  body: z.object({ agrees: z.boolean(), ...answerBody }),
  reply: z.object({ item: z.nullable(OwnNomination) }),
})
export const showNominationAs = operation({
  id: 'programme.commend.show-as',
  method: 'POST',
  path: '/api/v1/my/commendations/:nominationId/shown-as',
  post: 'resident',
  inPerson: true,
  summary: 'Be shown under the own name, another one, or not at all, from now on',
  params: one,
  body: z.object({ shownAs: ShownAs, alias: maybeWords(30) }),
  reply: z.object({ item: z.nullable(OwnNomination) }),
})
export const withdrawNomination = operation({
  id: 'programme.commend.withdraw',
  method: 'POST',
  path: '/api/v1/my/commendations/:nominationId/withdrawal',
  post: 'resident',
  inPerson: true,
  summary: 'Step back; needs no reason',
  params: one,
  reply: z.object({}),
})
export const publishOwnStory = operation({
  id: 'programme.commend.publish-story',
  method: 'POST',
  path: '/api/v1/my/commendations/:nominationId/story',
  post: 'resident',
  inPerson: true,
  summary: 'Agree to this text being public, or take it down',
  params: one,
  body: z.object({ published: z.boolean() }),
  reply: z.object({ item: z.nullable(OwnNomination) }),
})

/** At the desk: nothing about hours, groups or posts. */
export const DeskNomination = z.object({
  id: Id,
  category: z.string(),
  by: NominatedBy,
  channel: z.enum(['phone', 'paper']),
  organ: z.nullable(Text),
  name: z.nullable(z.string()),
  /** Only where nobody with that number has an account and somebody has to ring. */
  phone: z.nullable(z.string()),
  /** How the nominee is asked: in the app, by ringing, or face to face. */
  reach: z.enum(['app', 'phone', 'inPerson']),
  deeds: z.string(),
  shownAs: ShownAs,
  state: NominationState,
  reviews: z.object({
    outcome: z.enum(['waiting', 'recommended', 'notRecommended']),
    /** Readable once there are enough of them: nobody is guided by the first one. */
    written: z.array(
      z.object({ post: Text, recommends: z.boolean(), words: z.array(z.object({ criterion: z.string(), words: z.string() })) }),
    ),
    count: z.int(),
  }),
  reason: z.nullable(z.string()),
  objections: z.array(
    z.object({
      id: Id,
      words: z.string(),
      raisedOn: Day,
      channel: z.enum(['phone', 'anonymous', 'paper']),
      answer: z.nullable(z.string()),
    }),
  ),
  story: z.nullable(z.object({ title: z.string(), text: z.string(), published: z.boolean() })),
  may: z.array(z.enum(['signPaper', 'decline', 'decide', 'offerStory', 'enterObjection', 'takeDownStory', 'publishStory'])),
})
export type DeskNomination = z.infer<typeof DeskNomination>

export const listNominations = operation({
  id: 'programme.commend.nominations',
  method: 'GET',
  path: '/api/v1/commendations/:roundId/nominations',
  post: 'programme.commend.run',
  summary: 'The nominations of a round, in the order they came',
  params: round,
  purpose: 'commendation',
  reply: z.object({ items: z.array(DeskNomination) }),
})
export const answerOnPaper = operation({
  id: 'programme.commend.answer-on-paper',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/paper-answer',
  post: 'programme.commend.run',
  summary: 'Enter what the nominee signed: agreed, and how to be shown; or declined',
  params: one,
  body: z.object({ agrees: z.boolean(), signed: z.literal(true), shownAs: ShownAs, alias: maybeWords(30) }),
  reply: z.object({}),
})
export const decideNomination = operation({
  id: 'programme.commend.decide',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/decision',
  post: 'programme.commend.run',
  summary: 'Propose or not, as two reviews agree, with the reason for the nominee',
  params: one,
  body: z.object({ proposed: z.boolean(), reason: words(1000) }),
  reply: z.object({}),
})
export const offerStory = operation({
  id: 'programme.commend.offer-story',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/story',
  post: 'programme.commend.run',
  summary: 'Write the story of a deed and show it to whoever did it; it is public once they agree',
  params: one,
  body: z.object({ title: words(80), text: words(3000) }),
  reply: z.object({}),
})
export const storyOnPaper = operation({
  id: 'programme.commend.story-on-paper',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/paper-story',
  post: 'programme.commend.run',
  summary: 'Enter the signature under a story, or take it down as asked at the desk',
  params: one,
  body: z.object({ published: z.boolean(), signed: z.literal(true) }),
  reply: z.object({}),
})

/** What a reviewer reads: the deeds and the criteria, not who nominated. */
export const ReviewTask = z.object({
  id: Id,
  roundId: Id,
  round: Text,
  category: Text,
  name: z.string(),
  deeds: z.string(),
  criteria: z.array(Named),
})
export type ReviewTask = z.infer<typeof ReviewTask>
export const ObjectionTask = z.object({
  id: Id,
  round: Text,
  category: Text,
  name: z.string(),
  deeds: z.string(),
  words: z.string(),
  raisedOn: Day,
})
export type ObjectionTask = z.infer<typeof ObjectionTask>
export const listReviews = operation({
  id: 'programme.commend.reviews',
  method: 'GET',
  path: '/api/v1/commendation-reviews',
  post: 'programme.commend.review',
  summary: 'Nominations and objections for me to read; what touches my household, organs or own nomination is left out',
  purpose: 'commendation',
  reply: z.object({ nominations: z.array(ReviewTask), objections: z.array(ObjectionTask), leftOut: z.int() }),
})
export const writeReview = operation({
  id: 'programme.commend.review',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/reviews',
  post: 'programme.commend.review',
  summary: 'Say in words how the deed meets each criterion, and whether to propose it',
  params: one,
  body: z.object({
    recommends: z.boolean(),
    words: z.array(z.object({ criterion: words(40), words: words(800) })).check(z.minLength(1), z.maxLength(8)),
  }),
  status: 201,
  reply: z.object({}),
})
export const answerObjection = operation({
  id: 'programme.commend.answer-objection',
  method: 'POST',
  path: '/api/v1/commendation-objections/:objectionId/answer',
  post: 'programme.commend.review',
  summary: 'Answer an objection in public, with reasons; upheld, the award waits for another round',
  params: z.object({ objectionId: Id }),
  body: z.object({ answer: words(1000), upheld: z.boolean() }),
  reply: z.object({}),
})

const objection = z.object({ words: words(1500) })
export const objectToNomination = operation({
  id: 'programme.commend.object',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/objections',
  post: 'resident',
  summary: 'Object while the notice is up; who objected stays between me and whoever considers it',
  params: one,
  perMinute: 10,
  body: objection,
  status: 201,
  reply: z.object({ id: Id }),
})
export const objectAnonymously = operation({
  id: 'programme.commend.object-anonymously',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/anonymous-objections',
  post: 'nobody',
  summary: 'Object without saying who one is; the answer stands under the notice',
  params: one,
  perMinute: 5,
  body: objection,
  status: 201,
  reply: z.object({}),
})
export const enterObjection = operation({
  id: 'programme.commend.enter-objection',
  method: 'POST',
  path: '/api/v1/nominations/:nominationId/paper-objections',
  post: 'programme.commend.run',
  summary: 'Enter an objection that came on paper',
  params: one,
  body: objection,
  status: 201,
  reply: z.object({}),
})
