import type { addSessions, cancelSession, changeSession, DeskCourse, SessionPlan } from '@ronghe/contract/school/course-desk.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { announce } from '../enrolment/class-times.ts'
import { tellClass } from '../enrolment/telling.ts'
import { addDays, dayIn, startOfDay } from '../../../platform/calendar/working-days.ts'
import { getSession, isHeld, lockOwnCourse, sessionsOf, type CourseRow, type SessionRow } from './course-rows.ts'
import { isOver } from './course-lifecycle.ts'
import { deskCourse } from './desk-page.ts'
import { bookRoom, freeRoom } from './rooms.ts'

/** One session, or the same one every week. */
export async function add(deed: Deed, courseId: string, { weeks, ...plan }: BodyOf<typeof addSessions>): Promise<DeskCourse> {
  const course = await open(deed, courseId)
  const known = await sessionsOf(deed, [courseId])
  for (let week = 0; week < weeks; week += 1) {
    const number = Math.max(0, ...known.map((session) => session.number)) + 1 + week
    await insertSession(deed, course, { ...plan, ...later(deed, plan, week * 7) }, number)
  }
  await record(deed, { kind: 'school.sessions.added', plain: { course: courseId, sessions: weeks } })
  return deskCourse(deed, courseId)
}

export async function insertSession(deed: Deed, course: CourseRow, plan: SessionPlan, number: number): Promise<string> {
  const times = checkTimes(plan)
  await checkLecturer(deed, plan.lecturerId)
  const id = deed.id()
  const row = await deed.tx
    .insertInto('course_session')
    .values({
      street_id: deed.street.id,
      id,
      course_id: course.id,
      number,
      topic: plan.topic && JSON.stringify(plan.topic),
      starts_at: times.from,
      ends_at: times.until,
      lecturer_id: plan.lecturerId,
      changed_at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (plan.roomId) await bookRoom(deed, { roomId: plan.roomId, kind: 'session', thingId: id, ...times })
  await announce(deed, course, row)
  return id
}

export async function change(deed: Deed, sessionId: string, plan: BodyOf<typeof changeSession>): Promise<DeskCourse> {
  const { session } = await getSession(deed, sessionId)
  const course = await open(deed, session.course_id)
  await moveSession(deed, course, session, plan)
  await tellClass(deed, course, 'class-changed')
  await record(deed, { kind: 'school.session.changed', plain: { course: course.id, session: sessionId } })
  return deskCourse(deed, course.id)
}

export async function moveSession(deed: Deed, course: CourseRow, session: SessionRow, plan: SessionPlan): Promise<void> {
  if (!isHeld(session) || session.ends_at <= deed.now) throw refused('class-over')
  const times = checkTimes(plan)
  await checkLecturer(deed, plan.lecturerId)
  if (session.lecturer_id !== plan.lecturerId)
    await announce(deed, course, { ...session, cancelled_because: session.topic ?? course.title })
  const row = await deed.tx
    .updateTable('course_session')
    .set({
      starts_at: times.from,
      ends_at: times.until,
      topic: plan.topic && JSON.stringify(plan.topic),
      lecturer_id: plan.lecturerId,
      sequence: session.sequence + 1,
      changed_at: deed.now,
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', session.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (plan.roomId) await bookRoom(deed, { roomId: plan.roomId, kind: 'session', thingId: session.id, ...times })
  else await freeRoom(deed, 'session', session.id)
  await announce(deed, course, row)
}

export async function cancel(deed: Deed, sessionId: string, { because }: BodyOf<typeof cancelSession>): Promise<DeskCourse> {
  const { session } = await getSession(deed, sessionId)
  const course = await open(deed, session.course_id)
  if (!isHeld(session) || session.ends_at <= deed.now) throw refused('class-over')
  await callOff(deed, course, session, because)
  await tellClass(deed, course, 'class-cancelled')
  await record(deed, { kind: 'school.session.cancelled', plain: { course: course.id, session: sessionId } })
  return deskCourse(deed, course.id)
}

export async function callOff(deed: Deed, course: CourseRow, session: SessionRow, because: CourseRow['title']): Promise<void> {
  const row = await deed.tx
    .updateTable('course_session')
    .set({ cancelled_because: JSON.stringify(because), sequence: session.sequence + 1, changed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', session.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await freeRoom(deed, 'session', session.id)
  await announce(deed, course, row)
}

/** So many days later by the clock on the wall. */
export function later(deed: Deed, { startsAt, endsAt }: Pick<SessionPlan, 'startsAt' | 'endsAt'>, days: number) {
  const { zone } = deed.street
  const move = (moment: string) => {
    const at = new Date(moment)
    const day = dayIn(zone, at)
    return new Date(startOfDay(zone, addDays(day, days)).getTime() + at.getTime() - startOfDay(zone, day).getTime()).toISOString()
  }
  return days === 0 ? { startsAt, endsAt } : { startsAt: move(startsAt), endsAt: move(endsAt) }
}

async function open(deed: Deed, courseId: string): Promise<CourseRow> {
  const course = await lockOwnCourse(deed, courseId)
  if (isOver(course.state as Parameters<typeof isOver>[0])) throw refused('course-over')
  return course
}

function checkTimes({ startsAt, endsAt }: SessionPlan): { from: Date; until: Date } {
  const [from, until] = [new Date(startsAt), new Date(endsAt)]
  const hours = (until.getTime() - from.getTime()) / 3_600_000
  if (hours < 0.5 || hours > 10) throw unfit([{ path: 'endsAt', code: 'class-length' }])
  return { from, until }
}

async function checkLecturer(deed: Deed, lecturerId: string | null): Promise<void> {
  if (lecturerId === null) return
  const known = await deed.tx
    .selectFrom('lecturer')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', lecturerId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!known) throw unfit([{ path: 'lecturerId', code: 'field-choice' }])
}
