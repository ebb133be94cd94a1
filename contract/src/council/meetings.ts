import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Day, Id, Language, maybeWords, Moment, Page, pageOf, words } from '../values.ts'
import { Bench } from './charter.ts'

export const MeetingKind = z.enum(['ordinary', 'extraordinary', 'practice'])
export type MeetingKind = z.infer<typeof MeetingKind>
export const MeetingState = z.enum(['planned', 'notified', 'open', 'closed', 'minutesDraft', 'minutesApproved', 'published', 'cancelled'])
export type MeetingState = z.infer<typeof MeetingState>

/** What may be interpreted on the spot; other languages are the neighbours' dialects. */
export const Interpreting = z.enum(['cantonese', 'hakka', 'teochew', 'hubei', 'hunan', 'sichuan', 'english', 'signLanguage'])
export type Interpreting = z.infer<typeof Interpreting>
/** Why somebody cannot come: a kind, never a text. */
export const Excuse = z.enum(['work', 'care', 'health', 'away', 'other'])
export type Excuse = z.infer<typeof Excuse>
export const Answer = z.enum(['coming', 'excused'])

export const MeetingStep = z.enum([
  'notify',
  'change',
  'cancel',
  'answer',
  'invitations',
  'signIn',
  'signOthersIn',
  'letter',
  'writeMinutes',
  'editMinutes',
  'approveMinutes',
  'publishMinutes',
])
export type MeetingStep = z.infer<typeof MeetingStep>

export const MeetingCard = z.object({
  id: Id,
  councilId: Id,
  number: z.nullable(z.int()),
  kind: MeetingKind,
  state: MeetingState,
  startsAt: Moment,
  endsAt: Moment,
  place: z.string(),
  /** Said publicly when a meeting is called off. */
  cancelledBecause: z.nullable(z.string()),
})
export type MeetingCard = z.infer<typeof MeetingCard>

/** My own invitation: what I answered and asked for. */
export const MyInvitation = z.object({
  answer: z.nullable(Answer),
  excuse: z.nullable(Excuse),
  children: z.int(),
  interpreter: z.nullable(Interpreting),
  present: z.boolean(),
})

/** Who was there. Delegates sit in public; a name is missing once the account is closed. */
export const Attendance = z.object({
  personId: Id,
  name: z.nullable(z.string()),
  bench: z.nullable(Bench),
  state: z.enum(['present', 'excused', 'absent']),
  cameAt: z.nullable(Moment),
  leftAt: z.nullable(Moment),
})
export type Attendance = z.infer<typeof Attendance>

/** Heads against what the charter asks for, in total and on each bench; of public office, so never suppressed. */
export const QuorumCount = z.object({ present: z.int(), inOffice: z.int(), needed: z.int() })
export const Quorum = z.object({ total: QuorumCount, newcomers: QuorumCount, locals: QuorumCount, met: z.boolean() })
export type Quorum = z.infer<typeof Quorum>

export const MeetingPage = z.object({
  ...MeetingCard.shape,
  childcare: z.boolean(),
  interpreters: z.array(Interpreting),
  notifiedAt: z.nullable(Moment),
  /** The last day on which the charter still allows the invitations. */
  noticeBy: Day,
  quorum: z.nullable(Quorum),
  /** Delegates who are in the room at this moment. */
  here: z.array(Id),
  attendance: z.array(Attendance),
  minutes: z.nullable(z.object({ dueDay: Day, approvedAt: z.nullable(Moment), publishedAt: z.nullable(Moment) })),
  mine: z.nullable(MyInvitation),
  may: z.array(MeetingStep),
})
export type MeetingPage = z.infer<typeof MeetingPage>

const atCouncil = z.object({ councilId: Id })
const atMeeting = z.object({ meetingId: Id })

export const listMeetings = operation({
  id: 'council.meetings.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/meetings',
  post: 'anyone',
  summary: 'Meetings of a council: those to come, the next one first, or those that were, the last one first',
  params: atCouncil,
  query: z.object({ when: z._default(z.enum(['toCome', 'past']), 'toCome'), ...Page }),
  reply: pageOf(MeetingCard),
})

export const readMeeting = operation({
  id: 'council.meetings.read',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId',
  post: 'anyone',
  summary: 'One meeting: when and where, the quorum, who was there, and what the reader may do',
  params: atMeeting,
  reply: MeetingPage,
})

export const MeetingPlan = z.object({
  kind: MeetingKind,
  startsAt: Moment,
  endsAt: Moment,
  place: words(120),
  childcare: z.boolean(),
  interpreters: z.array(Interpreting).check(z.maxLength(8)),
})

export const planMeeting = operation({
  id: 'council.meetings.plan',
  method: 'POST',
  path: '/api/v1/councils/:councilId/meetings',
  post: 'council.clerk',
  summary: 'Plan a meeting; nobody is told yet',
  params: atCouncil,
  body: z.object({ ...MeetingPlan.shape, requestId: z.optional(Id) }),
  status: 201,
  reply: MeetingPage,
})

export const notifyMeeting = operation({
  id: 'council.meetings.notify',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/notice',
  post: 'council.clerk',
  summary: 'Send the invitations; refused when the charter’s notice is no longer kept',
  params: atMeeting,
  reply: MeetingPage,
})

export const changeMeeting = operation({
  id: 'council.meetings.change',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/change',
  post: 'council.clerk',
  summary: 'Move a meeting in time or place; everybody invited is told, and a new time needs the notice again',
  params: atMeeting,
  body: z.object({
    startsAt: Moment,
    endsAt: Moment,
    place: words(120),
    childcare: z.boolean(),
    interpreters: z.array(Interpreting).check(z.maxLength(8)),
  }),
  reply: MeetingPage,
})

export const cancelMeeting = operation({
  id: 'council.meetings.cancel',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/cancellation',
  post: 'council.clerk',
  summary: 'Call a meeting off with a public reason; everybody invited is told',
  params: atMeeting,
  body: z.object({ because: words(200) }),
  reply: MeetingPage,
})

export const answerInvitation = operation({
  id: 'council.invitations.answer',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/answer',
  post: 'resident',
  summary: 'Say whether I come, and what I need: childcare, an interpreter',
  params: atMeeting,
  body: z.object({
    answer: Answer,
    excuse: z.optional(z.nullable(Excuse)),
    children: z._default(z.int().check(z.gte(0), z.lte(9)), 0),
    interpreter: z.optional(z.nullable(Interpreting)),
  }),
  inPerson: true,
  reply: MeetingPage,
})

export const enterAnswer = operation({
  id: 'council.invitations.enter',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/invitations/:personId/answer',
  post: 'council.clerk',
  summary: 'Enter an answer that came by phone or on paper',
  params: z.object({ meetingId: Id, personId: Id }),
  body: z.object({
    answer: Answer,
    excuse: z.optional(z.nullable(Excuse)),
    children: z._default(z.int().check(z.gte(0), z.lte(9)), 0),
    interpreter: z.optional(z.nullable(Interpreting)),
  }),
  reply: z.object({}),
})

export const Invitation = z.object({
  personId: Id,
  name: z.string(),
  seatAs: z.enum(['chair', 'newcomers', 'locals', 'substitute']),
  answer: z.nullable(Answer),
  excuse: z.nullable(Excuse),
  children: z.int(),
  interpreter: z.nullable(Interpreting),
})
export type Invitation = z.infer<typeof Invitation>

export const listInvitations = operation({
  id: 'council.invitations.list',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/invitations',
  post: 'council.clerk',
  summary: 'Who was invited, who comes, and what has to be arranged',
  purpose: 'council.invitations.list',
  params: atMeeting,
  reply: z.object({ items: z.array(Invitation), expected: Quorum }),
})

export const readMeetingCalendar = operation({
  id: 'council.meetings.calendar',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/calendar.ics',
  post: 'anyone',
  summary: 'The meeting as a calendar file',
  params: atMeeting,
  media: { reply: 'text/calendar' },
})

export const readEmployerLetter = operation({
  id: 'council.meetings.letter',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/letter',
  post: 'resident',
  summary: 'A letter for my employer, in both languages: that I am invited, when, and nothing else',
  params: atMeeting,
  reply: z.object({
    name: z.string(),
    council: z.string(),
    letters: z.array(z.object({ language: Language, title: z.string(), body: z.string(), signed: z.string() })),
  }),
})

/** The screen's own key lies in the page the clerk opens, so that the hall's machine needs nobody's session. */
export const openSignInScreen = operation({
  id: 'council.sign-in.screen',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/sign-in-screen',
  post: 'council.clerk',
  summary: 'The key of the screen in the hall that shows the sign-in code',
  params: atMeeting,
  reply: z.object({ key: z.string() }),
})

export const readSignInCode = operation({
  id: 'council.sign-in.code',
  method: 'GET',
  path: '/api/v1/meetings/:meetingId/sign-in-code',
  post: 'anyone',
  summary: 'The code of the moment for the screen in the hall; it changes every half minute',
  params: atMeeting,
  query: z.object({ key: z.string().check(z.maxLength(64)) }),
  perMinute: 120,
  reply: z.object({ code: z.string(), seconds: z.int(), meeting: MeetingCard, quorum: Quorum }),
})

export const signInByCode = operation({
  id: 'council.sign-in.by-code',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/sign-in',
  post: 'council.sit',
  summary: 'Sign in with the code on the screen in the hall',
  params: atMeeting,
  body: z.object({ code: maybeWords(20) }),
  inPerson: true,
  reply: MeetingPage,
})

export const signIn = operation({
  id: 'council.sign-in.by-list',
  method: 'POST',
  path: '/api/v1/meetings/:meetingId/attendance/:personId',
  post: 'resident',
  summary: 'Enter from the list, by the clerk or whoever presides, that a delegate is here or has left',
  params: z.object({ meetingId: Id, personId: Id }),
  body: z.object({ here: z.boolean() }),
  reply: z.object({}),
})

export const listAttendance = operation({
  id: 'council.attendance.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/attendance',
  post: 'anyone',
  summary: 'How often each delegate in office was there, in seat order, and the gap between the benches',
  params: atCouncil,
  reply: z.object({
    meetings: z.int(),
    delegates: z.array(
      z.object({
        personId: Id,
        name: z.string(),
        bench: z.nullable(Bench),
        present: z.int(),
        excused: z.int(),
        absent: z.int(),
      }),
    ),
    /** Of the seats of each bench over all these meetings; null before the first one. */
    share: z.object({ newcomers: z.nullable(z.number()), locals: z.nullable(z.number()) }),
    gapPercent: z.nullable(z.number()),
    alarmAbovePercent: z.int(),
  }),
})
