import type { Deed } from '../../../platform/deed.ts'
import { disengage, engage } from '../../programme/engagements.ts'
import { courseLink, isHeld, sessionsOf, type CourseRow, type SessionRow } from '../courses/course-rows.ts'
import { roomsOf } from '../courses/rooms.ts'

/** Somebody who has a place will be in every class to come. */
export async function attendAll(deed: Deed, course: CourseRow, personId: string): Promise<void> {
  const sessions = (await sessionsOf(deed, [course.id])).filter((session) => isHeld(session) && session.ends_at > deed.now)
  const rooms = await roomsOf(
    deed,
    'session',
    sessions.map(({ id }) => id),
  )
  for (const session of sessions) await attend(deed, course, session, rooms.get(session.id)?.name ?? null, personId)
}

export async function attendNone(deed: Deed, courseId: string, personId: string): Promise<void> {
  for (const { id } of await sessionsOf(deed, [courseId])) await disengage(deed, { kind: 'class', thingId: id, personId })
}

/** One class, as it is now: everybody with a place, and who teaches it. */
export async function announce(deed: Deed, course: CourseRow, session: SessionRow): Promise<void> {
  if (!isHeld(session) || course.state === 'draft') return disengage(deed, { kind: 'class', thingId: session.id })
  if (session.ends_at <= deed.now) return
  const place = (await roomsOf(deed, 'session', [session.id])).get(session.id)?.name ?? null
  for (const personId of [...(await placedIn(deed, course.id)), ...(await teacherOf(deed, session))])
    await attend(deed, course, session, place, personId)
}

export const attend = (deed: Deed, course: CourseRow, session: SessionRow, place: CourseRow['title'] | null, personId: string) =>
  engage(deed, {
    personId,
    kind: 'class',
    thingId: session.id,
    from: session.starts_at,
    until: session.ends_at,
    title: course.title,
    place,
    link: courseLink(course.id),
  })

export const placedIn = async (deed: Deed, courseId: string): Promise<readonly string[]> =>
  (
    await deed.tx
      .selectFrom('enrolment')
      .select('person_id')
      .where('street_id', '=', deed.street.id)
      .where('course_id', '=', courseId)
      .where('state', '=', 'placed')
      .orderBy('turn')
      .execute()
  ).map(({ person_id }) => person_id)

async function teacherOf(deed: Deed, { lecturer_id }: SessionRow): Promise<readonly string[]> {
  if (lecturer_id === null) return []
  const row = await deed.tx
    .selectFrom('lecturer')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', lecturer_id)
    .executeTakeFirst()
  return row?.person_id ? [row.person_id] : []
}
