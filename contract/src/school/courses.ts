import * as z from 'zod/mini'
import { PartyRole } from '../programme/joint-items.ts'
import { operation } from '../operation.ts'
import { Id, Moment, Page, pageOf, Text } from '../values.ts'

/** The six modules of the school (M24). */
export const courseModules = [
  'publicManagement',
  'communityLeadership',
  'organisationCapacity',
  'earlyChildhood',
  'vocationalSkills',
  'localLife',
] as const
export const CourseModule = z.enum(courseModules)
export type CourseModule = z.infer<typeof CourseModule>

export const CourseState = z.enum(['draft', 'open', 'running', 'closed', 'cancelled'])
export type CourseState = z.infer<typeof CourseState>

/** Where lecturers come from (M24). */
export const LecturerSource = z.enum(['government', 'company', 'socialOrganisation', 'university'])
export type LecturerSource = z.infer<typeof LecturerSource>

/** Children are looked after next door, or take part with the parent. */
export const ChildrenKind = z.enum(['none', 'childcare', 'together'])
export type ChildrenKind = z.infer<typeof ChildrenKind>

export const ChildAge = z.enum(['under3', '3to5', '6to8', '9to12'])
export type ChildAge = z.infer<typeof ChildAge>

export const EnrolmentState = z.enum(['waiting', 'offered', 'placed', 'left', 'declined', 'passed'])
export type EnrolmentState = z.infer<typeof EnrolmentState>
export const Approval = z.enum(['none', 'pending', 'given', 'refused'])
export type Approval = z.infer<typeof Approval>

export const CourseLine = z.object({
  id: Id,
  module: CourseModule,
  state: CourseState,
  title: Text,
  /** The first session that has not been called off; null while none is planned. */
  startsAt: z.nullable(Moment),
  /** The next one from now on. */
  nextAt: z.nullable(Moment),
  sessions: z.int(),
  /** Exempt from suppression: what there is room for. */
  seats: z.int(),
  placesLeft: z.int(),
  waiting: z.int(),
  speaks: z.array(z.string()),
  children: ChildrenKind,
  childPlacesLeft: z.int(),
  approval: z.boolean(),
})
export type CourseLine = z.infer<typeof CourseLine>

/** By what they teach and where they come from; never as members of anything (08, School). */
export const LecturerCard = z.object({
  id: Id,
  source: LecturerSource,
  /** The holder of a public post, or a guest who agreed to be named; null for a guest who has gone. */
  name: z.nullable(z.string()),
  affiliation: Text,
  skills: z.array(Text),
  speaks: z.array(z.string()),
})
export type LecturerCard = z.infer<typeof LecturerCard>

export const RoomCard = z.object({ id: Id, name: Text, capacity: z.int(), stepFree: z.boolean() })
export type RoomCard = z.infer<typeof RoomCard>

/** What happened to one learner in one session. */
export const MyAttendance = z.object({
  present: z.boolean(),
  absence: z.nullable(z.enum(['work', 'ill', 'family', 'away', 'other'])),
  madeUp: z.nullable(z.enum(['session', 'materials'])),
  madeUpAt: z.nullable(Moment),
})
export type MyAttendance = z.infer<typeof MyAttendance>

export const CourseSession = z.object({
  id: Id,
  number: z.int(),
  topic: z.nullable(Text),
  startsAt: Moment,
  endsAt: Moment,
  room: z.nullable(RoomCard),
  lecturerId: z.nullable(Id),
  cancelledBecause: z.nullable(Text),
  /** The reader's own; null while nothing was noted, and for whoever is not in the course. */
  mine: z.nullable(MyAttendance),
  may: z.array(z.enum(['checkIn', 'sayAbsent', 'takeBack', 'makeUp', 'teach'])),
})
export type CourseSession = z.infer<typeof CourseSession>

export const MyEnrolment = z.object({
  id: Id,
  state: EnrolmentState,
  approval: Approval,
  approvalReason: z.nullable(z.string()),
  /** How many stand before me; one's own place in line is exempt. */
  ahead: z.nullable(z.int()),
  offeredUntil: z.nullable(Moment),
  speaks: z.nullable(z.string()),
  children: z.array(z.object({ nickname: z.string(), age: ChildAge, collects: z.string() })),
  completed: z.nullable(z.boolean()),
  held: z.nullable(z.int()),
  attended: z.nullable(z.int()),
})
export type MyEnrolment = z.infer<typeof MyEnrolment>

export const Course = z.object({
  ...CourseLine.shape,
  organ: z.object({ id: Id, name: Text }),
  about: Text,
  requirements: z.nullable(Text),
  minimum: z.int(),
  childPlaces: z.int(),
  carers: z.int(),
  /** How many more are needed by the time it begins; 0 when there are enough. */
  missing: z.int(),
  because: z.nullable(Text),
  parties: z.array(PartyRole),
  lecturers: z.array(LecturerCard),
  sessionList: z.array(CourseSession),
  mine: z.nullable(MyEnrolment),
  /** My other engagements while this course is held: only my own, only for me. */
  clashes: z.array(z.object({ sessionId: Id, title: Text, from: Moment })),
  may: z.array(z.enum(['enrol', 'leave', 'answer', 'manage', 'teach'])),
})
export type Course = z.infer<typeof Course>

export const readSchool = operation({
  id: 'school.school.read',
  method: 'GET',
  path: '/api/v1/school',
  post: 'anyone',
  summary: 'The school: its name, the organ it belongs to, and how many courses of each module one can join',
  reply: z.object({
    organ: z.nullable(z.object({ id: Id, name: Text })),
    parent: z.nullable(z.object({ id: Id, name: Text })),
    modules: z.array(z.object({ module: CourseModule, open: z.int() })),
    /** Classes that began in the last four finished quarters, and in how many each group had its share at least; none for fewer than five. */
    mixed: z.nullable(z.object({ from: z.string(), until: z.string(), classes: z.int(), mixed: z.int() })),
  }),
})

export const listCourses = operation({
  id: 'school.courses.list',
  method: 'GET',
  path: '/api/v1/courses',
  post: 'anyone',
  summary: 'Courses one can join, are running, or are over',
  query: z.object({
    module: z.optional(CourseModule),
    which: z._default(z.enum(['open', 'running', 'over']), 'open'),
    ...Page,
  }),
  reply: pageOf(CourseLine),
})

export const readCourse = operation({
  id: 'school.courses.read',
  method: 'GET',
  path: '/api/v1/courses/:courseId',
  post: 'anyone',
  summary: 'One course with its sessions, lecturers and who stands behind it',
  params: z.object({ courseId: Id }),
  reply: Course,
})

export const MyCourse = z.object({ course: CourseLine, enrolment: MyEnrolment })
export type MyCourse = z.infer<typeof MyCourse>

export const listMyCourses = operation({
  id: 'school.courses.mine',
  method: 'GET',
  path: '/api/v1/my/courses',
  post: 'resident',
  summary: 'My courses: the coming ones first, then those that are over',
  reply: z.object({ items: z.array(MyCourse) }),
})

/** Made by the programme's rules, without a person in it. */
export const fetchSchoolCalendar = operation({
  id: 'school.calendar.fetch',
  method: 'GET',
  path: '/calendar/school.ics',
  post: 'nobody',
  summary: 'Sessions of all courses that are open or running, for any calendar',
  query: z.object({ language: z.optional(z.enum(['zh-CN', 'en'])) }),
  perMinute: 60,
  media: { reply: 'text/calendar' },
})
