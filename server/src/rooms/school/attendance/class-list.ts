import type { ClassListRow, listMyTeaching, noteAttendance, readClassList } from '@ronghe/contract/school/attendance.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused, signInFirst } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { findPersons } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { toSessions } from '../courses/course-page.ts'
import { findCourse, getSession, isHeld, managing, teaches, type CourseRow, type SessionRow } from '../courses/course-rows.ts'
import { childrenOf } from '../enrolment/children.ts'
import { openWords } from './absence-words.ts'
import { forgetNote, note } from './noting.ts'

const hour = 3_600_000
/** Children are shown around the class only (D11): to whoever is responsible for them then. */
const around = 2 * hour
/** The paper list is entered within a week. */
const notedWithin = 7 * 24 * hour

/** Who is expected: those with a place, and guests who make a class up here. In the order of enrolment, guests last. */
export async function expected(deed: Deed, session: SessionRow): Promise<readonly { personId: string; guest: boolean }[]> {
  const placed = await deed.tx
    .selectFrom('enrolment')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', session.course_id)
    .where('state', '=', 'placed')
    .orderBy('turn')
    .execute()
  const guests = await deed.tx
    .selectFrom('class_attendance')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('made_up_in', '=', session.id)
    .orderBy('at')
    .execute()
  const own = new Set(placed.map(({ person_id }) => person_id))
  return [
    ...[...own].map((personId) => ({ personId, guest: false })),
    ...[...new Set(guests.map(({ person_id }) => person_id))].filter((id) => !own.has(id)).map((personId) => ({ personId, guest: true })),
  ]
}

export async function classList(deed: Deed, sessionId: string): Promise<ReplyOf<typeof readClassList>> {
  const { session, course } = await mine(deed, sessionId)
  const people = await expected(deed, session)
  const ids = people.map(({ personId }) => personId)
  const names = new Map((await findPersons(deed, ids)).map(({ id, name }) => [id, name]))
  const noted = await deed.tx
    .selectFrom('class_attendance')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('session_id', '=', sessionId)
    .execute()
  const entries = await deed.tx
    .selectFrom('enrolment')
    .select(['id', 'person_id', 'speaks'])
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', course.id)
    .where('state', '=', 'placed')
    .execute()
  const near = deed.now.getTime() > session.starts_at.getTime() - around && deed.now.getTime() < session.ends_at.getTime() + around
  const children = near ? await childrenOf(deed, entries) : new Map<string, ClassListRow['children']>()
  await recordAccess(
    deed,
    ids.map((personId) => ({
      personId,
      purpose: 'classList',
      permission: 'school.teach' as const,
      subject: { kind: 'course', id: course.id },
    })),
  )
  const [shown] = await toSessions(deed, [session], new Map(), { placed: false, teaching: true, course })
  return {
    course: { id: course.id, title: course.title },
    session: shown!,
    noting: isHeld(session) && noting(deed, session),
    items: people.map(({ personId, guest }) => {
      const row = noted.find(({ person_id }) => person_id === personId)
      const entry = entries.find(({ person_id }) => person_id === personId)
      return {
        personId,
        name: names.get(personId) ?? '',
        guest,
        present: row && (row.present || row.way === 'paper') ? row.present : null,
        way: (row?.way ?? null) as ClassListRow['way'],
        absence: (row?.absence ?? null) as ClassListRow['absence'],
        words: row ? openWords(deed, row) : null,
        speaks: entry?.speaks ?? null,
        children: [...((entry && children.get(entry.id)) ?? [])],
      }
    }),
  }
}

/** From the paper list; a slip is taken back by noting nothing. */
export async function enterNote(
  deed: Deed,
  sessionId: string,
  personId: string,
  { present }: BodyOf<typeof noteAttendance>,
): Promise<ReplyOf<typeof noteAttendance>> {
  const { session } = await mine(deed, sessionId)
  if (!noting(deed, session)) throw refused('class-not-noted-now')
  if (!(await expected(deed, session)).some((one) => one.personId === personId)) throw notFound('person')
  if (present === null) await forgetNote(deed, sessionId, personId)
  else await note(deed, sessionId, personId, { present, way: 'paper', post: actingPost(deed, 'school.teach')!.id })
  await record(deed, { kind: 'school.class.noted', about: personId, plain: { session: sessionId, present: String(present) } })
  return { present }
}

/** The classes of the reader: as a lecturer, or all of the school for its head. */
export async function myTeaching(deed: Deed): Promise<ReplyOf<typeof listMyTeaching>> {
  if (deed.actor.kind !== 'person') throw signInFirst()
  const rows = await deed.tx
    .selectFrom('course_session')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('starts_at', '>', new Date(deed.now.getTime() - notedWithin))
    .where('starts_at', '<', new Date(deed.now.getTime() + 60 * 24 * hour))
    .orderBy('starts_at')
    .limit(200)
    .execute()
  const courses = new Map<string, CourseRow>()
  const items = []
  for (const session of rows) {
    const course = courses.get(session.course_id) ?? (await findCourse(deed, session.course_id))!
    courses.set(course.id, course)
    if (course.state === 'cancelled' || !(await teaches(deed, course, session))) continue
    const [shown] = await toSessions(deed, [session], new Map(), { placed: false, teaching: true, course })
    items.push({ course: { id: course.id, title: course.title }, session: shown! })
  }
  return { items: items.slice(0, 60) }
}

async function mine(deed: Deed, sessionId: string): Promise<{ session: SessionRow; course: CourseRow }> {
  const found = await getSession(deed, sessionId)
  if (!managing(deed, found.course.organ_id) && !(await teaches(deed, found.course, found.session))) throw forbidden('class-not-yours')
  return found
}

const noting = ({ now }: Deed, { starts_at, ends_at }: SessionRow): boolean =>
  now.getTime() >= starts_at.getTime() - hour && now.getTime() < ends_at.getTime() + notedWithin
