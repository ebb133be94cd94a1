import type { listMakeUps, makeUp, sayAbsent } from '@ronghe/contract/school/attendance.ts'
import type { Course } from '@ronghe/contract/school/courses.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, signInFirst } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { disengage } from '../../programme/engagements.ts'
import { readCourse } from '../courses/course-page.ts'
import { getSession, type CourseRow, type SessionRow } from '../courses/course-rows.ts'
import { roomsOf } from '../courses/rooms.ts'
import { attend } from '../enrolment/class-times.ts'
import { sealWords } from './absence-words.ts'
import { expected } from './class-list.ts'
import { forgetNote } from './noting.ts'
import { ownAttendance, stepsInClass } from './own-attendance.ts'

/** I cannot come. A kind is enough; nothing follows from it. */
export async function absent(deed: Deed, sessionId: string, { kind, words }: BodyOf<typeof sayAbsent>): Promise<Course> {
  const { session, course, personId } = await allowed(deed, sessionId, 'sayAbsent')
  const values = {
    street_id: deed.street.id,
    session_id: sessionId,
    person_id: personId,
    present: false,
    way: 'said' as const,
    at: deed.now,
    absence: kind,
    absence_sealed: words ? sealWords(deed, sessionId, personId, words) : null,
  }
  await deed.tx
    .insertInto('class_attendance')
    .values(values)
    .onConflict((conflict) => conflict.columns(['street_id', 'session_id', 'person_id']).doUpdateSet(values))
    .execute()
  await disengage(deed, { kind: 'class', thingId: session.id, personId })
  await record(deed, { kind: 'school.class.absent', about: personId, plain: { course: course.id, session: sessionId } })
  return readCourse(deed, course.id)
}

/** I can come after all, or will not make it up. */
export async function takeBack(deed: Deed, sessionId: string): Promise<Course> {
  const { session, course, personId } = await allowed(deed, sessionId, 'takeBack')
  await leaveGuestClass(deed, sessionId, personId)
  await forgetNote(deed, sessionId, personId)
  if (session.ends_at > deed.now) await attend(deed, course, session, await roomName(deed, session), personId)
  await record(deed, { kind: 'school.class.absence-taken-back', about: personId, plain: { course: course.id, session: sessionId } })
  return readCourse(deed, course.id)
}

/** Classes of other courses of the same module that are still to come and have room. */
export async function makeUps(deed: Deed, sessionId: string): Promise<ReplyOf<typeof listMakeUps>> {
  const { course } = await allowed(deed, sessionId, 'makeUp')
  const rows = await otherClasses(deed, course)
  const rooms = await roomsOf(
    deed,
    'session',
    rows.map(({ session }) => session.id),
  )
  return {
    items: rows.map(({ session, course: other }) => ({
      sessionId: session.id,
      course: other.title,
      topic: session.topic,
      startsAt: session.starts_at.toISOString(),
      room: rooms.get(session.id)?.name ?? null,
    })),
  }
}

export async function make(deed: Deed, sessionId: string, how: BodyOf<typeof makeUp>): Promise<Course> {
  const { course, personId } = await allowed(deed, sessionId, 'makeUp')
  const other = how.by === 'session' ? (await otherClasses(deed, course)).find(({ session }) => session.id === how.sessionId) : undefined
  if (how.by === 'session' && !other) throw refused('make-up-full')
  const madeUp = { made_up: how.by, made_up_in: other?.session.id ?? null }
  await deed.tx
    .insertInto('class_attendance')
    .values({ street_id: deed.street.id, session_id: sessionId, person_id: personId, present: false, way: 'said', at: deed.now, ...madeUp })
    .onConflict((conflict) => conflict.columns(['street_id', 'session_id', 'person_id']).doUpdateSet(madeUp))
    .execute()
  if (other) await attend(deed, other.course, other.session, await roomName(deed, other.session), personId)
  await record(deed, { kind: 'school.class.made-up', about: personId, plain: { course: course.id, session: sessionId, by: how.by } })
  return readCourse(deed, course.id)
}

async function leaveGuestClass(deed: Deed, sessionId: string, personId: string): Promise<void> {
  const row = await deed.tx
    .selectFrom('class_attendance')
    .select('made_up_in')
    .where('street_id', '=', deed.street.id)
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (row?.made_up_in) await disengage(deed, { kind: 'class', thingId: row.made_up_in, personId })
}

/** Room for a guest: a learner of that course who is not there leaves a seat, but a promised place is never given away, so seats are counted as taken. */
async function otherClasses(deed: Deed, course: CourseRow): Promise<readonly { session: SessionRow; course: CourseRow }[]> {
  const courses = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('module', '=', course.module)
    .where('id', '<>', course.id)
    .where('state', 'in', ['open', 'running'])
    .execute()
  if (courses.length === 0) return []
  const sessions = await deed.tx
    .selectFrom('course_session')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where(
      'course_id',
      'in',
      courses.map(({ id }) => id),
    )
    .where('cancelled_because', 'is', null)
    .where('starts_at', '>', deed.now)
    .orderBy('starts_at')
    .limit(20)
    .execute()
  const free = []
  for (const session of sessions) {
    const other = courses.find(({ id }) => id === session.course_id)!
    if ((await expected(deed, session)).length < other.seats) free.push({ session, course: other })
  }
  return free
}

async function allowed(deed: Deed, sessionId: string, step: 'sayAbsent' | 'takeBack' | 'makeUp') {
  if (deed.actor.kind !== 'person') throw signInFirst()
  const { personId } = deed.actor
  const { session, course } = await getSession(deed, sessionId)
  const [, own] = [...(await ownAttendance(deed, personId, [session]))][0] ?? []
  const entry = await deed.tx
    .selectFrom('enrolment')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', course.id)
    .where('person_id', '=', personId)
    .where('state', '=', 'placed')
    .executeTakeFirst()
  if (!entry) throw notFound('class')
  const over = course.state === 'closed' || course.state === 'cancelled'
  if (!stepsInClass(deed.now, session, own, !over).includes(step)) throw refused('class-not-so-far')
  return { session, course, personId }
}

const roomName = async (deed: Deed, session: SessionRow) => (await roomsOf(deed, 'session', [session.id])).get(session.id)?.name ?? null
