import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, Moment, Text, words } from '../values.ts'
import { mentoringLanguageKeys, mentoringSkillKeys, mentoringTimeKeys } from './mentoring-choices.ts'

/** Who shows and who learns. The same person may be one in printing and the other in Cantonese. */
export const MentoringSide = z.enum(['mentor', 'learner'])
export type MentoringSide = z.infer<typeof MentoringSide>

const Skill = z.enum(mentoringSkillKeys)
const Spoken = z.enum(mentoringLanguageKeys)
const Time = z.enum(mentoringTimeKeys)

/** What somebody offers or wishes for. Group, age and origin are not asked. */
const offered = {
  side: MentoringSide,
  skills: z.array(Skill).check(z.minLength(1), z.maxLength(5)),
  languages: z.array(Spoken).check(z.minLength(1), z.maxLength(8)),
  times: z.array(Time).check(z.minLength(1), z.maxLength(6)),
  /** Learners at a time; of no meaning for a learner. */
  places: z._default(z.int().check(z.gte(1), z.lte(3)), 1),
  /** The organ or company a mentor wants named beside the skill. */
  organId: z._default(z.nullable(Id), null),
}
export const MentoringOffer = z.object(offered)
export type MentoringOffer = z.infer<typeof MentoringOffer>

export const MentoringProfile = z.object({
  ...offered,
  id: Id,
  channel: z.enum(['phone', 'paper']),
  /** Waits for somebody; no for a learner with a pair or a mentor who is full. */
  waiting: z.boolean(),
  since: Day,
})
export type MentoringProfile = z.infer<typeof MentoringProfile>

export const PairState = z.enum(['proposed', 'agreed', 'closed', 'declined', 'expired'])
export type PairState = z.infer<typeof PairState>
export const closeReasons = ['reached', 'time', 'moved', 'other'] as const
export const CloseReason = z.enum([...closeReasons, 'another'])
export type CloseReason = z.infer<typeof CloseReason>

/** Why these two were put together, in what they share. */
export const PairReason = z.object({ skill: Skill, languages: z.array(Spoken), times: z.array(Time) })
export type PairReason = z.infer<typeof PairReason>

export const MentoringGoal = z.object({ id: Id, words: z.string(), reached: z.boolean() })
export const MentoringMeeting = z.object({
  id: Id,
  from: Moment,
  until: Moment,
  place: z.string(),
  state: z.enum(['planned', 'held', 'calledOff']),
  may: z.array(z.enum(['held', 'callOff'])),
})
export type MentoringMeeting = z.infer<typeof MentoringMeeting>

const pairActs = ['answer', 'goal', 'meet', 'close', 'another'] as const
export const MentoringPair = z.object({
  id: Id,
  state: PairState,
  /** What the reader is in it. */
  side: MentoringSide,
  why: PairReason,
  /** The other one: the organ a mentor named; the name once both have said yes. */
  other: z.object({ name: z.nullable(z.string()), organ: z.nullable(Text), saidYes: z.boolean() }),
  saidYes: z.boolean(),
  answerBy: Day,
  agreedOn: z.nullable(Day),
  closedOn: z.nullable(Day),
  because: z.nullable(CloseReason),
  goals: z.array(MentoringGoal),
  meetings: z.array(MentoringMeeting),
  may: z.array(z.enum(pairActs)),
})
export type MentoringPair = z.infer<typeof MentoringPair>

export const readMentoring = operation({
  id: 'school.mentoring.read',
  method: 'GET',
  path: '/api/v1/school/mentoring',
  post: 'anyone',
  summary: 'What is offered by whom: skills, and the organs behind them; no persons and no numbers',
  reply: z.object({
    offered: z.array(z.object({ skill: Skill, languages: z.array(Spoken), organs: z.array(Text) })),
    organs: z.array(z.object({ id: Id, name: Text })),
  }),
})

export const readMyMentoring = operation({
  id: 'school.mentoring.mine',
  method: 'GET',
  path: '/api/v1/my/mentoring',
  post: 'resident',
  purpose: 'mentoringPair',
  summary: 'My offer, my wish and my pairs',
  reply: z.object({
    consent: z.object({ version: z.string(), title: Text, text: Text, given: z.boolean() }),
    profiles: z.array(MentoringProfile),
    pairs: z.array(MentoringPair),
    may: z.array(z.enum(['offer', 'wish'])),
  }),
})

export const offerMentoring = operation({
  id: 'school.mentoring.offer',
  method: 'POST',
  path: '/api/v1/my/mentoring/profiles',
  post: 'resident',
  inPerson: true,
  summary: 'Say what I can show or wish to learn; said again it replaces what I said',
  body: z.object({ ...offered, consentVersion: z.optional(z.string().check(z.maxLength(20))) }),
  reply: MentoringProfile,
})

export const withdrawMentoring = operation({
  id: 'school.mentoring.withdraw',
  method: 'DELETE',
  path: '/api/v1/my/mentoring/profiles/:side',
  post: 'resident',
  summary: 'Take my offer or wish back; proposals that nobody has answered go with it',
  params: z.object({ side: MentoringSide }),
  reply: z.object({ withdrawn: z.literal(true) }),
})

const onePair = z.object({ pairId: Id })

export const answerPair = operation({
  id: 'school.mentoring.answer',
  method: 'POST',
  path: '/api/v1/my/mentoring/pairs/:pairId/answer',
  post: 'resident',
  inPerson: true,
  summary: 'Yes or no to a proposed pair; a no needs no reason',
  params: onePair,
  body: z.object({ yes: z.boolean() }),
  reply: MentoringPair,
})

export const stepPair = operation({
  id: 'school.mentoring.step',
  method: 'POST',
  path: '/api/v1/my/mentoring/pairs/:pairId/steps',
  post: 'resident',
  inPerson: true,
  summary: 'Goals, meetings, closing, and asking for somebody else without a reason',
  params: onePair,
  body: z.discriminatedUnion('step', [
    z.object({ step: z.literal('goal'), words: words(200) }),
    z.object({ step: z.literal('goalReached'), goal: Id, reached: z.boolean() }),
    z.object({ step: z.literal('dropGoal'), goal: Id }),
    z.object({ step: z.literal('meet'), from: Moment, until: Moment, place: words(80) }),
    z.object({ step: z.literal('callOff'), meeting: Id }),
    z.object({ step: z.literal('held'), meeting: Id }),
    z.object({ step: z.literal('close'), because: z.enum(closeReasons) }),
    z.object({ step: z.literal('another') }),
  ]),
  reply: MentoringPair,
})

/** A line of the desk: what is offered, not by whom; a name only where paper has to be carried back and forth. */
export const DeskProfile = z.object({ ...MentoringProfile.shape, organ: z.nullable(Text), paperName: z.nullable(z.string()) })
export type DeskProfile = z.infer<typeof DeskProfile>
export const DeskPair = z.object({
  id: Id,
  state: PairState,
  why: PairReason,
  answerBy: Day,
  /** Sides that came on paper and have to be asked by the school. */
  onPaper: z.array(z.object({ side: MentoringSide, name: z.string(), phone: z.nullable(z.string()), saidYes: z.boolean() })),
})
export type DeskPair = z.infer<typeof DeskPair>

export const readMentoringDesk = operation({
  id: 'school.mentoring.desk',
  method: 'GET',
  path: '/api/v1/school/mentoring/desk',
  post: 'school.manage',
  purpose: 'mentoringDesk',
  summary: 'Who waits (by skill, not by name), what is proposed, and who has to be asked on paper',
  reply: z.object({
    consent: z.object({ version: z.string(), title: Text, text: Text }),
    waiting: z.array(DeskProfile),
    pairs: z.array(DeskPair),
    organs: z.array(z.object({ id: Id, name: Text })),
  }),
})

/** Why a wish stays without a pair this time. */
export const WithoutReason = z.enum(['skill', 'before', 'language', 'time', 'taken'])
export type WithoutReason = z.infer<typeof WithoutReason>
export const Proposal = z.object({
  pairs: z.array(z.object({ mentor: Id, learner: Id, why: PairReason })),
  /** Wishes without a pair, by profile. */
  without: z.array(z.object({ learner: Id, reason: WithoutReason })),
})
export type Proposal = z.infer<typeof Proposal>

export const readProposal = operation({
  id: 'school.mentoring.proposal',
  method: 'GET',
  path: '/api/v1/school/mentoring/proposal',
  post: 'school.manage',
  summary: 'Which pairs would be proposed now, and why; nothing is sent',
  reply: Proposal,
})

export const sendProposal = operation({
  id: 'school.mentoring.propose',
  method: 'POST',
  path: '/api/v1/school/mentoring/proposal',
  post: 'school.manage',
  summary: 'Ask both of every pair proposed now',
  reply: Proposal,
})

export const enterMentoring = operation({
  id: 'school.mentoring.enter',
  method: 'POST',
  path: '/api/v1/school/mentoring/profiles',
  post: 'school.manage',
  summary: 'An offer or wish signed on paper',
  body: z.object({ ...offered, personId: Id, consentVersion: z.string().check(z.maxLength(20)) }),
  reply: MentoringProfile,
})

export const enterAnswer = operation({
  id: 'school.mentoring.enter-answer',
  method: 'POST',
  path: '/api/v1/school/mentoring/pairs/:pairId/answer',
  post: 'school.manage',
  summary: 'The answer of somebody who takes part on paper',
  params: onePair,
  body: z.object({ side: MentoringSide, yes: z.boolean() }),
  reply: z.object({ state: PairState }),
})

export const readMentoringFigures = operation({
  id: 'school.mentoring.figures',
  method: 'GET',
  path: '/api/v1/school/mentoring/figures',
  post: 'anyone',
  summary: 'Pairs that agreed in a year, how many of them between the two groups, how many reached what they wanted; suppressed',
  query: z.object({ year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100)) }),
  reply: z.object({ agreed: Shown, mixed: Shown, sameGroup: Shown, unstated: Shown, reached: Shown }),
})
