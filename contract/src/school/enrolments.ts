import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown } from '../platform/shown.ts'
import { Day, Id, maybeWords, Moment, words } from '../values.ts'
import { Approval, ChildAge, Course, EnrolmentState } from './courses.ts'

const course = z.object({ courseId: Id })
const enrolment = z.object({ enrolmentId: Id })

/** What the guardian holds (D11): a name to call, an age band, who may collect. */
export const EnrolledChild = z.object({ nickname: words(12), age: ChildAge, collects: words(40) })
export type EnrolledChild = z.infer<typeof EnrolledChild>

export const EnrolmentWishes = z.object({
  /** The dialect one would like to be helped in. */
  speaks: z._default(z.nullable(maybeWords(20)), null),
  children: z._default(z.array(EnrolledChild).check(z.maxLength(4)), []),
})
export type EnrolmentWishes = z.infer<typeof EnrolmentWishes>

export const enrol = operation({
  id: 'school.enrolments.enrol',
  method: 'POST',
  path: '/api/v1/courses/:courseId/enrolment',
  post: 'resident',
  summary: 'Take a place, or the next turn in the line',
  params: course,
  body: EnrolmentWishes,
  status: 201,
  reply: Course,
})

export const leaveCourse = operation({
  id: 'school.enrolments.leave',
  method: 'DELETE',
  path: '/api/v1/courses/:courseId/enrolment',
  post: 'resident',
  summary: 'Give back my place or turn; nothing follows from it',
  params: course,
  reply: Course,
})

export const answerCourseOffer = operation({
  id: 'school.enrolments.answer',
  method: 'POST',
  path: '/api/v1/courses/:courseId/enrolment/answer',
  post: 'resident',
  summary: 'Take the place I was offered, or let it go to the next',
  params: course,
  body: z.object({ accept: z.boolean() }),
  reply: Course,
})

export const EnrolmentRow = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  state: EnrolmentState,
  approval: Approval,
  /** Place in the line, in the order of arrival. */
  ahead: z.nullable(z.int()),
  offeredUntil: z.nullable(Moment),
  speaks: z.nullable(z.string()),
  channel: z.enum(['phone', 'desk', 'paper']),
  enrolledOn: Day,
  children: z.array(EnrolledChild),
  may: z.array(z.enum(['approve', 'refuse', 'leave', 'answer'])),
})
export type EnrolmentRow = z.infer<typeof EnrolmentRow>

/** The groups of the class, counted once when ten had enrolled: one reading, so that nothing is learned by comparing two (D7). */
export const CourseShares = z.object({
  countedOn: Day,
  newcomer: Shown,
  local: Shown,
  unstated: Shown,
})
export type CourseShares = z.infer<typeof CourseShares>

export const listEnrolments = operation({
  id: 'school.enrolments.list',
  method: 'GET',
  path: '/api/v1/courses/:courseId/enrolments',
  post: 'school.manage',
  purpose: 'courseList',
  summary: 'Who is in the course and who waits, in the order of arrival; the groups in total only',
  params: course,
  reply: z.object({ items: z.array(EnrolmentRow), shares: z.nullable(CourseShares) }),
})

export const enterEnrolment = operation({
  id: 'school.enrolments.enter',
  method: 'POST',
  path: '/api/v1/courses/:courseId/enrolments',
  post: 'people.find',
  summary: 'Enrol somebody at the desk or from a signed paper; it counts like any other and takes the same turn',
  params: course,
  body: z.object({
    personId: Id,
    channel: z.enum(['desk', 'paper']),
    ...EnrolmentWishes.shape,
    /** The guardian has signed the paper about the child, under this version of the text. */
    guardianSigned: z._default(z.nullable(z.string().check(z.maxLength(20))), null),
  }),
  status: 201,
  reply: z.object({ id: Id, state: EnrolmentState, ahead: z.nullable(z.int()) }),
})

export const decideEnrolment = operation({
  id: 'school.enrolments.decide',
  method: 'POST',
  path: '/api/v1/enrolments/:enrolmentId/decision',
  post: 'school.manage',
  summary: 'Approve, or refuse with a reason that the person reads; a refused place goes to the first in line',
  params: enrolment,
  body: z.object({ approve: z.boolean(), reason: maybeWords(300) }),
  reply: z.object({ approval: Approval, state: EnrolmentState }),
})

export const moveEnrolment = operation({
  id: 'school.enrolments.move',
  method: 'POST',
  path: '/api/v1/enrolments/:enrolmentId/step',
  post: 'people.find',
  summary: 'For somebody who calls or comes: leave the course, take the offered place, or let it go',
  params: enrolment,
  body: z.object({ step: z.enum(['leave', 'accept', 'decline']) }),
  reply: z.object({ state: EnrolmentState }),
})
