import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, maybeWords, Moment, Text } from '../values.ts'
import { Course, CourseSession } from './courses.ts'
import { EnrolledChild } from './enrolments.ts'

const session = z.object({ sessionId: Id })

export const AbsenceKind = z.enum(['work', 'ill', 'family', 'away', 'other'])
export type AbsenceKind = z.infer<typeof AbsenceKind>

export const readClassCode = operation({
  id: 'school.attendance.code',
  method: 'GET',
  path: '/api/v1/class-sessions/:sessionId/code',
  post: 'school.teach',
  summary: 'What the QR code on the lecturer’s phone says at this moment; another one every thirty seconds',
  params: session,
  perMinute: 60,
  reply: z.object({ code: z.string(), link: z.string(), nextAt: Moment }),
})

export const checkInToClass = operation({
  id: 'school.attendance.check-in',
  method: 'POST',
  path: '/api/v1/class-sessions/:sessionId/check-in',
  post: 'resident',
  inPerson: true,
  summary: 'I am here: with the code that is shown in the room now',
  params: session,
  body: z.object({ code: z.string().check(z.maxLength(40)) }),
  perMinute: 20,
  reply: Course,
})

export const sayAbsent = operation({
  id: 'school.attendance.absent',
  method: 'POST',
  path: '/api/v1/class-sessions/:sessionId/absence',
  post: 'resident',
  summary: 'I cannot come; own words are optional and read by the lecturer and the school only',
  params: session,
  body: z.object({ kind: AbsenceKind, words: maybeWords(200) }),
  reply: Course,
})

export const takeBackAbsence = operation({
  id: 'school.attendance.take-back',
  method: 'DELETE',
  path: '/api/v1/class-sessions/:sessionId/absence',
  post: 'resident',
  summary: 'I can come after all, or will not make it up',
  params: session,
  reply: Course,
})

/** Another class of the same module that is still to come and has room. */
export const listMakeUps = operation({
  id: 'school.attendance.make-ups',
  method: 'GET',
  path: '/api/v1/class-sessions/:sessionId/make-ups',
  post: 'resident',
  summary: 'Where a missed class can be made up',
  params: session,
  reply: z.object({
    items: z.array(z.object({ sessionId: Id, course: Text, topic: z.nullable(Text), startsAt: Moment, room: z.nullable(Text) })),
  }),
})

export const makeUp = operation({
  id: 'school.attendance.make-up',
  method: 'POST',
  path: '/api/v1/class-sessions/:sessionId/make-up',
  post: 'resident',
  summary: 'Make up a missed class in another one, or by having read its materials',
  params: session,
  body: z.union([z.object({ by: z.literal('materials') }), z.object({ by: z.literal('session'), sessionId: Id })]),
  reply: Course,
})

/** One line of the list in the room. */
export const ClassListRow = z.object({
  personId: Id,
  name: z.string(),
  /** Makes up a class of another course here. */
  guest: z.boolean(),
  present: z.nullable(z.boolean()),
  way: z.nullable(z.enum(['code', 'paper', 'said'])),
  absence: z.nullable(AbsenceKind),
  words: z.nullable(z.string()),
  speaks: z.nullable(z.string()),
  /** Only while the class is on and for the hours around it. */
  children: z.array(EnrolledChild),
})
export type ClassListRow = z.infer<typeof ClassListRow>

export const readClassList = operation({
  id: 'school.attendance.list',
  method: 'GET',
  path: '/api/v1/class-sessions/:sessionId/list',
  post: 'school.teach',
  purpose: 'classList',
  summary: 'The list of a class, in no order of anybody’s attendance',
  params: session,
  reply: z.object({
    course: z.object({ id: Id, title: Text }),
    session: CourseSession,
    items: z.array(ClassListRow),
    /** Noted from now until a week after. */
    noting: z.boolean(),
  }),
})

export const noteAttendance = operation({
  id: 'school.attendance.note',
  method: 'PUT',
  path: '/api/v1/class-sessions/:sessionId/people/:personId',
  post: 'school.teach',
  summary: 'From the paper list: was there, was not, or nothing noted',
  params: z.object({ sessionId: Id, personId: Id }),
  body: z.object({ present: z.nullable(z.boolean()) }),
  reply: z.object({ present: z.nullable(z.boolean()) }),
})

export const listMyTeaching = operation({
  id: 'school.attendance.teaching',
  method: 'GET',
  path: '/api/v1/my/teaching',
  post: 'school.teach',
  summary: 'The classes I teach: those of the last week and the coming ones',
  reply: z.object({ items: z.array(z.object({ course: z.object({ id: Id, title: Text }), session: CourseSession })) }),
})
