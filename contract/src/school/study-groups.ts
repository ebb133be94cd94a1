import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Text, words } from '../values.ts'
import { mentoringLanguageKeys } from './mentoring-choices.ts'

/** Where a group meets: a public place, or a room the school is asked for. */
export const GroupMeeting = z.object({
  id: Id,
  from: Moment,
  until: Moment,
  place: z.nullable(z.string()),
  room: z.enum(['none', 'asked', 'given', 'refused']),
  roomName: z.nullable(Text),
  because: z.nullable(z.string()),
  calledOff: z.boolean(),
})
export type GroupMeeting = z.infer<typeof GroupMeeting>

export const StudyGroupLine = z.object({
  id: Id,
  name: z.string(),
  about: z.string(),
  language: z.enum(mentoringLanguageKeys),
  places: z.int(),
  /** Exempt from suppression: what there is room for. */
  placesLeft: z.int(),
  open: z.boolean(),
  state: z.enum(['running', 'closed']),
  nextMeeting: z.nullable(Moment),
  /** The reader is in it. */
  mine: z.boolean(),
})
export type StudyGroupLine = z.infer<typeof StudyGroupLine>

export const StudyGroup = z.object({
  ...StudyGroupLine.shape,
  because: z.nullable(z.string()),
  meetings: z.array(GroupMeeting),
  /** As they want to be called; for those who are in it. */
  members: z.nullable(z.array(z.object({ called: z.string(), leads: z.boolean(), me: z.boolean() }))),
  may: z.array(z.enum(['join', 'leave', 'shut', 'open', 'meet', 'close', 'closeWithReason'])),
})
export type StudyGroup = z.infer<typeof StudyGroup>

const one = z.object({ groupId: Id })

export const listStudyGroups = operation({
  id: 'school.groups.list',
  method: 'GET',
  path: '/api/v1/school/groups',
  post: 'anyone',
  summary: 'Study groups that run, and the reader’s own',
  reply: z.object({ items: z.array(StudyGroupLine) }),
})

export const readStudyGroup = operation({
  id: 'school.groups.read',
  method: 'GET',
  path: '/api/v1/school/groups/:groupId',
  post: 'anyone',
  summary: 'One study group; who is in it is told to its members only',
  params: one,
  reply: StudyGroup,
})

export const startStudyGroup = operation({
  id: 'school.groups.start',
  method: 'POST',
  path: '/api/v1/school/groups',
  post: 'resident',
  inPerson: true,
  summary: 'Start a study group; any resident may',
  body: z.object({
    name: words(30),
    about: words(300),
    language: z.enum(mentoringLanguageKeys),
    places: z.int().check(z.gte(2), z.lte(30)),
    called: words(20),
  }),
  status: 201,
  reply: StudyGroup,
})

export const joinStudyGroup = operation({
  id: 'school.groups.join',
  method: 'POST',
  path: '/api/v1/school/groups/:groupId/members',
  post: 'resident',
  summary: 'Join in one tap while there is room',
  params: one,
  body: z.object({ called: words(20) }),
  reply: StudyGroup,
})

export const leaveStudyGroup = operation({
  id: 'school.groups.leave',
  method: 'DELETE',
  path: '/api/v1/school/groups/:groupId/members',
  post: 'resident',
  summary: 'Leave in one tap, without a reason',
  params: one,
  reply: StudyGroup,
})

export const stepStudyGroup = operation({
  id: 'school.groups.step',
  method: 'POST',
  path: '/api/v1/school/groups/:groupId/steps',
  post: 'resident',
  summary: 'Whoever leads it: shut or open the door, plan or call off a meeting, end the group',
  params: one,
  body: z.discriminatedUnion('step', [
    z.object({ step: z.literal('shut') }),
    z.object({ step: z.literal('open') }),
    z.object({ step: z.literal('close') }),
    z.object({
      step: z.literal('meet'),
      from: Moment,
      until: Moment,
      /** A public place; null asks the school for a room. */
      place: z.nullable(words(80)),
      /** Every week from then on, so many times. */
      weeks: z._default(z.int().check(z.gte(1), z.lte(20)), 1),
    }),
    z.object({ step: z.literal('callOff'), meeting: Id }),
  ]),
  reply: StudyGroup,
})

export const RoomWish = z.object({
  meeting: Id,
  group: z.object({ id: Id, name: z.string(), places: z.int() }),
  from: Moment,
  until: Moment,
  /** Rooms that are free then and large enough. */
  rooms: z.array(z.object({ id: Id, name: Text, capacity: z.int(), stepFree: z.boolean() })),
})
export type RoomWish = z.infer<typeof RoomWish>

export const listRoomWishes = operation({
  id: 'school.groups.room-wishes',
  method: 'GET',
  path: '/api/v1/school-desk/room-wishes',
  post: 'school.manage',
  summary: 'Rooms that study groups ask for, soonest first',
  reply: z.object({ items: z.array(RoomWish) }),
})

export const answerRoomWish = operation({
  id: 'school.groups.answer-room',
  method: 'POST',
  path: '/api/v1/school-desk/room-wishes/:meetingId',
  post: 'school.manage',
  summary: 'Give a room, or say why there is none',
  params: z.object({ meetingId: Id }),
  body: z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('give'), roomId: Id }),
    z.object({ answer: z.literal('refuse'), because: words(200) }),
  ]),
  reply: z.object({ room: z.enum(['given', 'refused']) }),
})

export const enterGroupMember = operation({
  id: 'school.groups.enter',
  method: 'POST',
  path: '/api/v1/school-desk/groups/:groupId/members',
  post: 'school.manage',
  summary: 'Put down somebody who joins or leaves on paper',
  params: one,
  body: z.object({ personId: Id, joins: z.boolean(), called: z._default(words(20), '—') }),
  reply: StudyGroupLine,
})

export const closeStudyGroup = operation({
  id: 'school.groups.close',
  method: 'POST',
  path: '/api/v1/school-desk/groups/:groupId/closing',
  post: 'school.manage',
  summary: 'End a group that does not keep to the house rules, with the reason everybody in it reads',
  params: one,
  body: z.object({ because: words(300) }),
  reply: StudyGroup,
})
