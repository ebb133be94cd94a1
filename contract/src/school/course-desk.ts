import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { PartnerRole } from '../programme/joint-items.ts'
import { Day, Id, maybeWords, Moment, Page, pageOf, Text, words } from '../values.ts'
import { ChildrenKind, Course, CourseLine, CourseModule, LecturerCard, LecturerSource, RoomCard } from './courses.ts'

const course = z.object({ courseId: Id })
const session = z.object({ sessionId: Id })

export const CoursePlan = z.object({
  module: CourseModule,
  title: Text,
  about: Text,
  requirements: z.nullable(Text),
  minimum: z.int().check(z.gte(1), z.lte(500)),
  seats: z.int().check(z.gte(1), z.lte(500)),
  speaks: z.array(words(20)).check(z.minLength(1), z.maxLength(5)),
  children: ChildrenKind,
  childPlaces: z.int().check(z.gte(0), z.lte(60)),
  /** How many adults look after the children; two at least (D11). */
  carers: z.int().check(z.gte(0), z.lte(20)),
  approval: z.boolean(),
  lecturers: z.array(Id).check(z.maxLength(10)),
  partners: z.array(PartnerRole).check(z.maxLength(8)),
})
export type CoursePlan = z.infer<typeof CoursePlan>

export const SessionPlan = z.object({
  startsAt: Moment,
  endsAt: Moment,
  topic: z.nullable(Text),
  roomId: z.nullable(Id),
  lecturerId: z.nullable(Id),
})
export type SessionPlan = z.infer<typeof SessionPlan>

export const CourseStep = z.enum(['open', 'start', 'close', 'cancel'])
export type CourseStep = z.infer<typeof CourseStep>

/** A course as whoever plans it sees it. */
export const DeskCourse = z.object({
  ...Course.shape,
  steps: z.array(CourseStep),
  /** The minimum is not reached and it begins soon: told on this moment. */
  toldBelowAt: z.nullable(Moment),
})
export type DeskCourse = z.infer<typeof DeskCourse>

export const listDeskCourses = operation({
  id: 'school.desk.courses',
  method: 'GET',
  path: '/api/v1/school-desk/courses',
  post: 'school.manage',
  summary: 'All courses of the own school, also drafts, newest first',
  query: z.object({ state: z.optional(z.enum(['draft', 'open', 'running', 'closed', 'cancelled'])), ...Page }),
  reply: pageOf(z.object({ ...CourseLine.shape, pending: z.int(), missing: z.int() })),
})

export const readDeskCourse = operation({
  id: 'school.desk.course',
  method: 'GET',
  path: '/api/v1/school-desk/courses/:courseId',
  post: 'school.manage',
  summary: 'One course with what can be done with it',
  params: course,
  reply: DeskCourse,
})

export const planCourse = operation({
  id: 'school.desk.plan',
  method: 'POST',
  path: '/api/v1/school-desk/courses',
  post: 'school.manage',
  summary: 'Begin a course as a draft, or one more run of an earlier one with the same text',
  body: CoursePlan,
  status: 201,
  reply: DeskCourse,
})

export const changeCourse = operation({
  id: 'school.desk.change',
  method: 'PUT',
  path: '/api/v1/school-desk/courses/:courseId',
  post: 'school.manage',
  summary: 'Change a course; more seats go to the first in line, fewer than are taken are refused',
  params: course,
  body: CoursePlan,
  reply: DeskCourse,
})

export const stepCourse = operation({
  id: 'school.desk.step',
  method: 'POST',
  path: '/api/v1/school-desk/courses/:courseId/step',
  post: 'school.manage',
  summary: 'Open, begin, close or call off; whoever enrolled is told',
  params: course,
  body: z.object({ step: CourseStep, because: z._default(z.nullable(Text), null) }),
  reply: DeskCourse,
})

/** Too few a little before the start: begins so many days later. */
export const postponeCourse = operation({
  id: 'school.desk.postpone',
  method: 'POST',
  path: '/api/v1/school-desk/courses/:courseId/postponement',
  post: 'school.manage',
  summary: 'All sessions to come so many days later; everybody in the course is told',
  params: course,
  body: z.object({ days: z.int().check(z.gte(1), z.lte(90)) }),
  reply: DeskCourse,
})

export const addSessions = operation({
  id: 'school.desk.sessions.add',
  method: 'POST',
  path: '/api/v1/school-desk/courses/:courseId/sessions',
  post: 'school.manage',
  summary: 'A session, or one every week; a room that is taken is refused with what it is taken by',
  params: course,
  body: z.object({ ...SessionPlan.shape, weeks: z._default(z.int().check(z.gte(1), z.lte(30)), 1) }),
  status: 201,
  reply: DeskCourse,
})

export const changeSession = operation({
  id: 'school.desk.sessions.change',
  method: 'PUT',
  path: '/api/v1/school-desk/sessions/:sessionId',
  post: 'school.manage',
  summary: 'Move one session; everybody in the course is told',
  params: session,
  body: SessionPlan,
  reply: DeskCourse,
})

export const cancelSession = operation({
  id: 'school.desk.sessions.cancel',
  method: 'POST',
  path: '/api/v1/school-desk/sessions/:sessionId/cancelling',
  post: 'school.manage',
  summary: 'Call one session off with its reason; everybody in the course is told',
  params: session,
  body: z.object({ because: Text }),
  reply: DeskCourse,
})

export const readRoomPlan = operation({
  id: 'school.desk.room-plan',
  method: 'GET',
  path: '/api/v1/school-desk/room-plan',
  post: 'school.manage',
  summary: 'A week of the rooms: what is held where',
  query: z.object({ from: z.optional(Day) }),
  reply: z.object({
    from: Day,
    until: Day,
    rooms: z.array(z.object({ ...RoomCard.shape, closedOn: z.nullable(Day) })),
    uses: z.array(
      z.object({
        roomId: z.nullable(Id),
        kind: z.enum(['session', 'studyGroup']),
        thingId: Id,
        courseId: z.nullable(Id),
        title: z.nullable(Text),
        startsAt: Moment,
        endsAt: Moment,
      }),
    ),
  }),
})

const RoomPlan = z.object({ name: Text, capacity: z.int().check(z.gte(1), z.lte(1000)), stepFree: z.boolean() })
export const addRoom = operation({
  id: 'school.desk.rooms.add',
  method: 'POST',
  path: '/api/v1/school-desk/rooms',
  post: 'school.manage',
  summary: 'One more room',
  body: RoomPlan,
  status: 201,
  reply: RoomCard,
})
export const changeRoom = operation({
  id: 'school.desk.rooms.change',
  method: 'PUT',
  path: '/api/v1/school-desk/rooms/:roomId',
  post: 'school.manage',
  summary: 'Change a room, or take it out of use',
  params: z.object({ roomId: Id }),
  body: z.object({ ...RoomPlan.shape, closed: z.boolean() }),
  reply: RoomCard,
})

export const DeskLecturer = z.object({ ...LecturerCard.shape, organId: z.nullable(Id), personId: z.nullable(Id), ended: z.boolean() })
export type DeskLecturer = z.infer<typeof DeskLecturer>
export const listLecturers = operation({
  id: 'school.desk.lecturers',
  method: 'GET',
  path: '/api/v1/school-desk/lecturers',
  post: 'school.manage',
  summary: 'Who teaches, and which holders of the post are not on the list yet',
  reply: z.object({ items: z.array(DeskLecturer), holders: z.array(z.object({ personId: Id, name: z.string() })) }),
})

export const LecturerPlan = z.object({
  source: LecturerSource,
  organId: z.nullable(Id),
  affiliation: z.nullable(Text),
  /** A holder of the lecturer’s post; else a guest. */
  personId: z.nullable(Id),
  guestName: maybeWords(40),
  /** The guest agreed to be named on the course’s page, on this day. */
  guestAgreedOn: z.nullable(Day),
  skills: z.array(Text).check(z.maxLength(8)),
  speaks: z.array(words(20)).check(z.maxLength(5)),
})
export type LecturerPlan = z.infer<typeof LecturerPlan>
export const addLecturer = operation({
  id: 'school.desk.lecturers.add',
  method: 'POST',
  path: '/api/v1/school-desk/lecturers',
  post: 'school.manage',
  summary: 'Put somebody on the list of lecturers: a holder of the post, or a guest who agreed to be named',
  body: LecturerPlan,
  status: 201,
  reply: DeskLecturer,
})
export const endLecturer = operation({
  id: 'school.desk.lecturers.end',
  method: 'DELETE',
  path: '/api/v1/school-desk/lecturers/:lecturerId',
  post: 'school.manage',
  summary: 'Take somebody off the list; a guest’s name goes at once',
  params: z.object({ lecturerId: Id }),
  reply: DeskLecturer,
})

export const exportCourses = operation({
  id: 'school.desk.export',
  method: 'GET',
  path: '/api/v1/school-desk/courses.xlsx',
  post: 'school.manage',
  summary: 'The courses as an Excel sheet, without a learner in it',
  media: { reply: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})

export const importCourses = operation({
  id: 'school.desk.import',
  method: 'POST',
  path: '/api/v1/school-desk/courses.xlsx',
  post: 'school.manage',
  summary: 'Drafts from an Excel sheet, one a row; every row that does not fit is named, and then none is taken',
  media: { request: 'multipart/form-data' },
  reply: z.object({
    taken: z.int(),
    faults: z.array(z.object({ row: z.int(), column: z.string(), detail: z.string() })),
  }),
})
