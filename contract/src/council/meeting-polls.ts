import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, words } from '../values.ts'
import { MeetingKind, MeetingPage } from './meetings.ts'

const atCouncil = z.object({ councilId: Id })

/** A time of the week at which a delegate never can: minutes after midnight, 1 is Monday. */
export const WeeklyTime = z
  .object({
    weekday: z.int().check(z.gte(1), z.lte(7)),
    from: z.int().check(z.gte(0), z.lte(1439)),
    to: z.int().check(z.gte(1), z.lte(1440)),
  })
  .check(z.refine(({ from, to }) => from < to))
export type WeeklyTime = z.infer<typeof WeeklyTime>

export const readUnavailableTimes = operation({
  id: 'council.unavailable-times.read',
  method: 'GET',
  path: '/api/v1/councils/:councilId/my-unavailable-times',
  post: 'council.sit',
  summary: 'When I can never come to a meeting; only the clerk sees it',
  params: atCouncil,
  reply: z.object({ times: z.array(WeeklyTime) }),
})

export const writeUnavailableTimes = operation({
  id: 'council.unavailable-times.write',
  method: 'PUT',
  path: '/api/v1/councils/:councilId/my-unavailable-times',
  post: 'council.sit',
  summary: 'Say when I can never come: shifts, school runs; no reason is asked',
  params: atCouncil,
  body: z.object({ times: z.array(WeeklyTime).check(z.maxLength(30)) }),
  inPerson: true,
  reply: z.object({ times: z.array(WeeklyTime) }),
})

export const OfferedSlot = z.object({
  startsAt: Moment,
  endsAt: Moment,
  /** So many delegates have said that they can never come then. */
  cannot: z.int(),
})
export type OfferedSlot = z.infer<typeof OfferedSlot>

export const offerSlots = operation({
  id: 'council.meeting-slots.offer',
  method: 'GET',
  path: '/api/v1/councils/:councilId/meeting-slots',
  post: 'council.clerk',
  summary: 'Evenings and weekends after the notice, outside the times delegates have said they never can',
  params: atCouncil,
  query: z.object({ minutes: z._default(z.coerce.number().check(z.int(), z.gte(30), z.lte(480)), 120) }),
  reply: z.object({ items: z.array(OfferedSlot) }),
})

export const SlotAnswer = z.enum(['yes', 'ifNeeded', 'no'])
export type SlotAnswer = z.infer<typeof SlotAnswer>

export const MeetingPoll = z.object({
  id: Id,
  councilId: Id,
  kind: MeetingKind,
  place: z.string(),
  closesAt: Moment,
  state: z.enum(['open', 'chosen', 'dropped']),
  answered: z.int(),
  delegates: z.int(),
  slots: z.array(
    z.object({
      number: z.int(),
      startsAt: Moment,
      endsAt: Moment,
      chosen: z.boolean(),
      mine: z.nullable(SlotAnswer),
      /** For the clerk, who has to choose; a delegate sees the own answer only. */
      counts: z.nullable(
        z.object({
          newcomers: z.object({ yes: z.int(), ifNeeded: z.int(), no: z.int() }),
          locals: z.object({ yes: z.int(), ifNeeded: z.int(), no: z.int() }),
          chair: z.nullable(SlotAnswer),
          quorum: z.boolean(),
        }),
      ),
    }),
  ),
  may: z.array(z.enum(['answer', 'choose', 'drop'])),
})
export type MeetingPoll = z.infer<typeof MeetingPoll>

export const listPolls = operation({
  id: 'council.meeting-polls.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/meeting-polls',
  post: 'resident',
  summary: 'Open questions about the time of the next meeting, for delegates and the clerk',
  params: atCouncil,
  reply: z.object({ items: z.array(MeetingPoll) }),
})

export const openPoll = operation({
  id: 'council.meeting-polls.open',
  method: 'POST',
  path: '/api/v1/councils/:councilId/meeting-polls',
  post: 'council.clerk',
  summary: 'Ask the delegates which of these times suits them',
  params: atCouncil,
  body: z.object({
    kind: MeetingKind,
    place: words(120),
    closesAt: Moment,
    slots: z.array(z.object({ startsAt: Moment, endsAt: Moment })).check(z.minLength(2), z.maxLength(12)),
    /** Offer a time although delegates have said that they can never come then. */
    anyway: z._default(z.boolean(), false),
    requestId: z.optional(Id),
  }),
  status: 201,
  reply: MeetingPoll,
})

export const answerPoll = operation({
  id: 'council.meeting-polls.answer',
  method: 'POST',
  path: '/api/v1/meeting-polls/:pollId/answers',
  post: 'council.sit',
  summary: 'Say which times suit me',
  params: z.object({ pollId: Id }),
  body: z.object({ answers: z.array(z.object({ number: z.int(), answer: SlotAnswer })).check(z.minLength(1), z.maxLength(12)) }),
  inPerson: true,
  reply: MeetingPoll,
})

export const chooseSlot = operation({
  id: 'council.meeting-polls.choose',
  method: 'POST',
  path: '/api/v1/meeting-polls/:pollId/choice',
  post: 'council.clerk',
  summary: 'Plan the meeting at one of the times asked about',
  params: z.object({ pollId: Id }),
  body: z.object({ number: z.int() }),
  status: 201,
  reply: MeetingPage,
})

export const dropPoll = operation({
  id: 'council.meeting-polls.drop',
  method: 'POST',
  path: '/api/v1/meeting-polls/:pollId/dropping',
  post: 'council.clerk',
  summary: 'Give a poll up',
  params: z.object({ pollId: Id }),
  reply: MeetingPoll,
})

/** Delegates who want an extraordinary meeting. Asking is an act of office, so the names are there. */
export const MeetingRequest = z.object({
  id: Id,
  reason: z.string(),
  createdAt: Moment,
  backers: z.array(z.string()),
  needed: z.int(),
  reachedAt: z.nullable(Moment),
  meetingId: z.nullable(Id),
  may: z.array(z.enum(['back', 'plan'])),
})
export type MeetingRequest = z.infer<typeof MeetingRequest>

export const listMeetingRequests = operation({
  id: 'council.meeting-requests.list',
  method: 'GET',
  path: '/api/v1/councils/:councilId/meeting-requests',
  post: 'anyone',
  summary: 'Requests for an extraordinary meeting of the past year, and what became of them',
  params: atCouncil,
  reply: z.object({ items: z.array(MeetingRequest) }),
})

export const requestMeeting = operation({
  id: 'council.meeting-requests.ask',
  method: 'POST',
  path: '/api/v1/councils/:councilId/meeting-requests',
  post: 'council.sit',
  summary: 'Ask for an extraordinary meeting',
  params: atCouncil,
  body: z.object({ reason: words(300) }),
  inPerson: true,
  status: 201,
  reply: MeetingRequest,
})

export const backMeetingRequest = operation({
  id: 'council.meeting-requests.back',
  method: 'POST',
  path: '/api/v1/meeting-requests/:requestId/backing',
  post: 'council.sit',
  summary: 'Ask for it too; at the charter’s share of the delegates it must be planned',
  params: z.object({ requestId: Id }),
  inPerson: true,
  reply: MeetingRequest,
})

export const InductionPage = z.enum(['charter', 'speaking', 'visiting'])
export type InductionPage = z.infer<typeof InductionPage>

export const readInduction = operation({
  id: 'council.induction.read',
  method: 'GET',
  path: '/api/v1/my/induction',
  post: 'council.sit',
  summary: 'Which pages of the induction I have been through; nobody else can see it',
  reply: z.object({ done: z.array(InductionPage) }),
})

export const finishInductionPage = operation({
  id: 'council.induction.finish',
  method: 'PUT',
  path: '/api/v1/my/induction/:page',
  post: 'council.sit',
  summary: 'I have read this page',
  params: z.object({ page: InductionPage }),
  inPerson: true,
  reply: z.object({ done: z.array(InductionPage) }),
})
