import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { EscalationDays, EscalationStep } from '../platform/escalations.ts'
import { Day, Id, maybeWords, Page, pageOf, Text, words } from '../values.ts'

/** raised > screened > answering > answered > accepted, with merged and declined on the way (02 §3). */
export const ConcernState = z.enum(['raised', 'screened', 'merged', 'answering', 'answered', 'accepted', 'declined'])
export type ConcernState = z.infer<typeof ConcernState>
export const ConcernChannel = z.enum(['phone', 'desk', 'paper', 'carried', 'homeVisit'])
export type ConcernChannel = z.infer<typeof ConcernChannel>

/** Which clock runs and until when; escalation is visible to the author. `waitingFor` is null when no clock runs. */
export const ConcernClock = z.object({
  waitingFor: z.nullable(z.enum(['screening', 'answer'])),
  by: z.nullable(Day),
  overdue: z.boolean(),
  escalated: EscalationStep,
  escalations: z.nullable(EscalationDays),
})
export const ConcernEvent = z.object({
  kind: z.enum([
    'raised',
    'screened',
    'returned',
    'reassigned',
    'begun',
    'answered',
    'accepted',
    'reopened',
    'declined',
    'merged',
    'unmerged',
    'escalated',
    'threatReported',
    'threatAnswered',
    'sharingAsked',
    'shared',
    'notShared',
    'published',
    'adopted',
    'protected',
  ]),
  onDay: Day,
  byAuthor: z.boolean(),
  /** The post that did it; null for the author and for the clock. */
  by: z.nullable(Text),
  words: z.nullable(z.string()),
  /** Only with `escalated`. */
  step: z.nullable(EscalationStep),
})
export type ConcernEvent = z.infer<typeof ConcernEvent>

const shared = {
  id: Id,
  number: z.string(),
  topic: Text,
  channel: ConcernChannel,
  state: ConcernState,
  raisedOn: Day,
  clock: ConcernClock,
  /** The post that owns it now, with its organ. */
  owner: z.nullable(z.object({ post: Text, organ: Text })),
  /** About somebody who works here: read by one named post only. */
  protected: z.boolean(),
}

/** What its author sees, signed in or with the claim code. */
export const MyConcern = z.object({
  ...shared,
  words: z.string(),
  place: z.nullable(Text),
  answer: z.nullable(z.string()),
  declinedBecause: z.nullable(z.string()),
  mergedInto: z.nullable(z.object({ number: z.string(), state: ConcernState })),
  /** Words of others who raised the same and agreed to show them. */
  alongside: z.array(z.string()),
  /** Staff ask whether the words may be shown to the others who raised the same. */
  sharing: z.enum(['notAsked', 'asked', 'yes', 'no']),
  events: z.array(ConcernEvent),
  may: z.array(z.enum(['accept', 'reopen', 'reportThreat', 'answerSharing'])),
})
export type MyConcern = z.infer<typeof MyConcern>
export const MyConcernLine = z.object(shared)

/** The line in a staff list: no words and no author. */
export const ConcernLine = z.object({ ...shared, place: z.nullable(Text), threatened: z.boolean() })
export type ConcernLine = z.infer<typeof ConcernLine>
export const ConcernWork = z.enum([
  'screen',
  'reassign',
  'begin',
  'answer',
  'decline',
  'return',
  'merge',
  'unmerge',
  'askSharing',
  'publish',
  'answerThreat',
  'protect',
])
export type ConcernWork = z.infer<typeof ConcernWork>
export const ConcernPage = z.object({
  ...ConcernLine.shape,
  words: z.string(),
  /** Whether an account, a claim code or both lead the author here; the name only with `revealAuthor`. */
  author: z.enum(['account', 'code']),
  /** The organ or post that carried it; never a branch, which is counted in totals only. */
  carrier: z.nullable(Text),
  sharing: MyConcern.shape.sharing,
  mergedHere: z.array(z.object({ id: Id, number: z.string() })),
  published: z.nullable(z.object({ asked: z.string(), done: z.string() })),
  events: z.array(ConcernEvent),
  may: z.array(z.union([ConcernWork, z.literal('revealAuthor')])),
})
export type ConcernPage = z.infer<typeof ConcernPage>

/** About somebody who works here: named by post or organ, or not named at all. */
const AboutStaff = z.object({ postId: z.optional(z.nullable(Id)), organId: z.optional(z.nullable(Id)) })
const Said = {
  words: words(4000),
  topic: z.string().check(z.maxLength(40)),
  communityId: z.optional(z.nullable(Id)),
  laneId: z.optional(z.nullable(Id)),
  aboutStaff: z.optional(z.nullable(AboutStaff)),
  /** Let an organ carry it: a social organisation, the council, the branch. Says nothing about the author. */
  throughOrganId: z.optional(z.nullable(Id)),
}
export const Raised = z.object({ id: Id, number: z.string(), screenBy: Day, answerBy: Day, readBy: Text })
export type Raised = z.infer<typeof Raised>
/** The claim code is shown once and stored as a hash only: whoever has it is the author. */
export const RaisedWithCode = z.object({
  number: z.string(),
  claimCode: z.string(),
  words: z.string(),
  screenBy: Day,
  answerBy: Day,
  readBy: Text,
})
export type RaisedWithCode = z.infer<typeof RaisedWithCode>

export const readReader = operation({
  id: 'programme.concerns.reader',
  method: 'GET',
  path: '/api/v1/concern-reader',
  post: 'nobody',
  summary: 'Who will read a concern about somebody who works here, and who could be meant',
  query: z.object({ postId: z.optional(Id), organId: z.optional(Id) }),
  reply: z.object({
    /** Null: nobody here may read it; the numbers outside the street are shown instead. */
    reader: z.nullable(z.object({ post: Text, organ: Text, holders: z.array(z.string()) })),
    could: z.array(z.object({ organId: Id, organ: Text, posts: z.array(z.object({ postId: Id, post: Text })) })),
  }),
})

export const raiseConcern = operation({
  id: 'programme.concerns.raise',
  method: 'POST',
  path: '/api/v1/concerns',
  post: 'resident',
  summary: 'Raise a concern; its state, owner and answer date are visible to the author',
  body: z.object({
    ...Said,
    /** Made on the device, unique for ever: a concern written without a line is raised once, however often it is sent. */
    id: z.optional(Id),
  }),
  status: 201,
  reply: Raised,
})

export const raiseAnonymously = operation({
  id: 'programme.concerns.raise-anonymously',
  method: 'POST',
  path: '/api/v1/anonymous-concerns',
  post: 'nobody',
  summary: 'Raise a concern without anybody knowing who; the claim code is the only key to it',
  body: z.object(Said),
  status: 201,
  reply: RaisedWithCode,
})

const Code = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
export const readByCode = operation({
  id: 'programme.concerns.by-code',
  method: 'POST',
  path: '/api/v1/concern-status',
  post: 'nobody',
  summary: 'Look at a concern with its claim code',
  body: z.object({ code: Code }),
  perMinute: 10,
  reply: MyConcern,
})

const AuthorAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept') }),
  z.object({ act: z.literal('reopen'), words: words(2000) }),
  z.object({ act: z.literal('reportThreat'), words: words(2000) }),
])
export type AuthorAct = z.infer<typeof AuthorAct>
const Sharing = z.object({ share: z.boolean() })

export const actByCode = operation({
  id: 'programme.concerns.act-by-code',
  method: 'POST',
  path: '/api/v1/concern-status/acts',
  post: 'nobody',
  summary: 'Accept the answer, reopen, or report a threat, with the claim code',
  body: z.object({ code: Code, what: AuthorAct }),
  perMinute: 10,
  reply: MyConcern,
})

export const shareByCode = operation({
  id: 'programme.concerns.share-by-code',
  method: 'POST',
  path: '/api/v1/concern-status/sharing',
  post: 'nobody',
  summary: 'Say whether one’s words may be shown to the others who raised the same, with the claim code',
  body: z.object({ code: Code, ...Sharing.shape }),
  perMinute: 10,
  reply: MyConcern,
})

export const listMyConcerns = operation({
  id: 'programme.concerns.mine',
  method: 'GET',
  path: '/api/v1/my-concerns',
  post: 'resident',
  summary: 'My concerns',
  query: z.object(Page),
  reply: pageOf(MyConcernLine),
})

const one = z.object({ concernId: Id })
export const readMyConcern = operation({
  id: 'programme.concerns.read-mine',
  method: 'GET',
  path: '/api/v1/my-concerns/:concernId',
  post: 'resident',
  summary: 'One of my concerns',
  params: one,
  reply: MyConcern,
})

export const actOnMyConcern = operation({
  id: 'programme.concerns.act',
  method: 'POST',
  path: '/api/v1/my-concerns/:concernId/acts',
  post: 'resident',
  summary: 'Accept the answer, reopen, or report a threat',
  params: one,
  body: z.object({ what: AuthorAct }),
  reply: MyConcern,
})

export const shareMyConcern = operation({
  id: 'programme.concerns.share',
  method: 'POST',
  path: '/api/v1/my-concerns/:concernId/sharing',
  post: 'resident',
  inPerson: true,
  summary: 'Say whether my words may be shown to the others who raised the same',
  params: one,
  body: Sharing,
  reply: MyConcern,
})

export const adoptConcern = operation({
  id: 'programme.concerns.adopt',
  method: 'POST',
  path: '/api/v1/my-concerns/adoption',
  post: 'resident',
  inPerson: true,
  perMinute: 10,
  summary: 'Put a concern raised with a claim code under my account; this ends its anonymity',
  body: z.object({ code: Code }),
  reply: MyConcern,
})

export const enterConcern = operation({
  id: 'programme.concerns.enter',
  method: 'POST',
  path: '/api/v1/entered-concerns',
  post: 'programme.concerns.enter',
  summary: 'Enter a concern said at the desk or written on paper, with the day it was said; without an account it gets a claim code',
  body: z.object({
    ...Said,
    channel: z.enum(['desk', 'paper', 'homeVisit']),
    raisedOn: z.optional(Day),
    personId: z.optional(z.nullable(Id)),
  }),
  status: 201,
  reply: z.object({ ...RaisedWithCode.shape, claimCode: z.nullable(z.string()) }),
})

export const carryConcern = operation({
  id: 'programme.concerns.carry',
  method: 'POST',
  path: '/api/v1/carried-concerns',
  post: 'programme.concerns.carry',
  summary: 'Carry a concern up for somebody who agreed; the author gets the exact text sent and a claim code',
  body: z.object({
    words: Said.words,
    topic: Said.topic,
    communityId: Said.communityId,
    laneId: Said.laneId,
    aboutStaff: Said.aboutStaff,
    /** The author heard or read the exact text and agreed to its being sent. */
    authorAgreed: z.literal(true),
  }),
  status: 201,
  reply: RaisedWithCode,
})

export const listCarried = operation({
  id: 'programme.concerns.carried',
  method: 'GET',
  path: '/api/v1/carried-concerns',
  post: 'programme.concerns.carry',
  summary: 'What the posts I hold carried up, and where it stands',
  query: z.object(Page),
  reply: pageOf(MyConcernLine),
})

export const listToScreen = operation({
  id: 'programme.concerns.to-screen',
  method: 'GET',
  path: '/api/v1/concerns/to-screen',
  post: 'programme.concerns.screen',
  summary: 'Concerns for the screening desk: new ones first, or all that are open',
  query: z.object({ view: z._default(z.enum(['new', 'open', 'overdue', 'answered']), 'new'), ...Page }),
  reply: pageOf(ConcernLine),
})

export const listToAnswer = operation({
  id: 'programme.concerns.to-answer',
  method: 'GET',
  path: '/api/v1/concerns/to-answer',
  post: 'programme.concerns.answer',
  summary: 'Concerns owned by the posts I hold or stand in for',
  query: z.object({ view: z._default(z.enum(['open', 'answered']), 'open'), ...Page }),
  reply: pageOf(ConcernLine),
})

export const listProtected = operation({
  id: 'programme.concerns.protected-list',
  method: 'GET',
  path: '/api/v1/concerns/protected',
  post: 'programme.concerns.protected',
  summary: 'Concerns about people who work here and threats against authors, for the post the settings name',
  query: z.object(Page),
  reply: pageOf(ConcernLine),
})

export const readConcern = operation({
  id: 'programme.concerns.read',
  method: 'GET',
  path: '/api/v1/concerns/:concernId',
  /** Whoever screens, owns or is the named reader of it; for anybody else it is not there. */
  post: 'resident',
  summary: 'One concern with its words, for the posts it concerns',
  purpose: 'concern',
  params: one,
  reply: ConcernPage,
})

export const listOwners = operation({
  id: 'programme.concerns.owners',
  method: 'GET',
  path: '/api/v1/concern-owners',
  post: 'programme.concerns.screen',
  summary: 'Posts held today that can be made the owner of a concern',
  reply: z.object({ items: z.array(z.object({ postId: Id, post: Text, organ: Text })) }),
})

export const listAlike = operation({
  id: 'programme.concerns.alike',
  method: 'GET',
  path: '/api/v1/concerns/:concernId/alike',
  post: 'programme.concerns.screen',
  summary: 'Open concerns on the same topic and place, into which this one could be merged',
  params: one,
  reply: z.object({ items: z.array(ConcernLine) }),
})

export const workOnConcern = operation({
  id: 'programme.concerns.work',
  method: 'POST',
  path: '/api/v1/concerns/:concernId/work',
  post: 'resident',
  summary: 'Screen, assign, answer, decline with a reason, merge or undo a merge, clear a text for the public page',
  purpose: 'concern',
  params: one,
  body: z.object({
    what: z.discriminatedUnion('act', [
      z.object({ act: z.literal('screen'), ownerPostId: Id }),
      z.object({ act: z.literal('reassign'), ownerPostId: Id, reason: words(500) }),
      z.object({ act: z.literal('return'), reason: words(500) }),
      z.object({ act: z.literal('begin') }),
      z.object({ act: z.literal('answer'), words: words(4000) }),
      z.object({ act: z.literal('decline'), reason: words(1000) }),
      z.object({ act: z.literal('merge'), intoId: Id }),
      z.object({ act: z.literal('unmerge') }),
      z.object({ act: z.literal('askSharing') }),
      z.object({ act: z.literal('publish'), asked: words(500), done: words(1000) }),
      z.object({ act: z.literal('answerThreat'), words: words(2000) }),
      /** It is about somebody who works here, which its author did not say: from then on as if it had been said (08, Concerns). */
      z.object({ act: z.literal('protect'), ...AboutStaff.shape }),
    ]),
  }),
  reply: ConcernPage,
})

export const revealAuthor = operation({
  id: 'programme.concerns.reveal-author',
  method: 'POST',
  path: '/api/v1/concerns/:concernId/author',
  post: 'resident',
  summary: 'Uncover the author’s name and number to get in touch; the author sees that it was done',
  purpose: 'concernContact',
  params: one,
  body: z.object({ why: maybeWords(200) }),
  reply: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
})

export const PublicConcern = z.object({
  number: z.string(),
  topic: Text,
  place: z.nullable(Text),
  asked: z.string(),
  done: z.string(),
  answeredBy: z.nullable(Text),
  month: z.string(),
})
export const listAnswered = operation({
  id: 'programme.concerns.public',
  method: 'GET',
  path: '/api/v1/answered-concerns',
  post: 'anyone',
  summary: 'What was asked and what was done, in texts their owners cleared',
  query: z.object({ topic: z.optional(z.string().check(z.maxLength(40))), ...Page }),
  reply: pageOf(PublicConcern),
})

export const readConcernTotals = operation({
  id: 'programme.concerns.totals',
  method: 'GET',
  path: '/api/v1/concern-totals',
  post: 'anyone',
  summary: 'Concerns of the last quarter that was counted by the way they came, and how many were answered in time; few are not shown',
  reply: z.object({
    quarter: z.nullable(z.string()),
    /** The earliest quarter that is not counted yet, and from when it is shown. */
    next: z.object({ quarter: z.string(), shownFrom: Day }),
    channels: z.array(z.object({ channel: z.enum(['phone', 'anonymous', 'desk', 'paper', 'carried', 'homeVisit']), raised: Shown })),
    raised: Shown,
    answeredInTime: ShownFigure,
  }),
})
