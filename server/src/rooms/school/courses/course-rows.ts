import type { CourseState } from '@ronghe/contract/school/courses.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { HeldPost } from '../../../platform/auth/actor.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound } from '../../../platform/http/problems.ts'

export type CourseRow = Selectable<Tables['course']>
export type SessionRow = Selectable<Tables['course_session']>

export const courseLink = (courseId: string): string => `/school/courses/${courseId}`

export async function findCourse(deed: Deed, id: string): Promise<CourseRow | undefined> {
  return deed.tx.selectFrom('course').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id).executeTakeFirst()
}

/** A draft is for whoever plans it; to everybody else it is not there. */
export async function getCourse(deed: Deed, id: string): Promise<CourseRow> {
  const row = await findCourse(deed, id)
  if (!row || (row.state === 'draft' && !managing(deed, row.organ_id))) throw notFound('course')
  return row
}

/** For a change: whoever else enrols, leaves or plans waits for this deed. */
export async function lockCourse(deed: Deed, id: string): Promise<CourseRow> {
  const row = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row || (row.state === 'draft' && deed.actor.kind === 'person' && !managing(deed, row.organ_id))) throw notFound('course')
  return row
}

/** The post of the head of this very school; a post counts only in its own organ. */
export const managing = ({ actor }: Deed, organId: string): HeldPost | undefined =>
  actor.kind === 'person' && actor.permissions.has('school.manage')
    ? actor.posts.find((post) => post.kind === 'schoolLead' && post.organId === organId)
    : undefined

/** The course for a change by the head of its school. */
export async function lockOwnCourse(deed: Deed, id: string): Promise<CourseRow> {
  const row = await lockCourse(deed, id)
  if (!managing(deed, row.organ_id)) throw forbidden('school-not-yours')
  return row
}

/** The school the reader is head of. */
export function ownSchool({ actor }: Deed): HeldPost {
  const post = actor.kind === 'person' ? actor.posts.find(({ kind }) => kind === 'schoolLead') : undefined
  if (!post) throw forbidden('school-not-yours')
  return post
}

export const sessionsOf = async (deed: Deed, courseIds: readonly string[]): Promise<readonly SessionRow[]> =>
  courseIds.length === 0
    ? []
    : deed.tx
        .selectFrom('course_session')
        .selectAll()
        .where('street_id', '=', deed.street.id)
        .where('course_id', 'in', [...courseIds])
        .orderBy('starts_at')
        .orderBy('id')
        .execute()

export const isHeld = ({ cancelled_because }: Pick<SessionRow, 'cancelled_because'>): boolean => cancelled_because === null

export async function getSession(deed: Deed, id: string): Promise<{ session: SessionRow; course: CourseRow }> {
  const session = await deed.tx
    .selectFrom('course_session')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!session) throw notFound('class')
  const course = await findCourse(deed, session.course_id)
  if (!course || (course.state === 'draft' && !managing(deed, course.organ_id) && !(await teaches(deed, course, session))))
    throw notFound('class')
  return { session, course }
}

/** The head of the school, or who teaches this course or this session and still holds the lecturer's post. */
export async function teaches(deed: Deed, course: CourseRow, session?: SessionRow): Promise<boolean> {
  if (managing(deed, course.organ_id)) return true
  const { actor } = deed
  if (actor.kind !== 'person' || !actor.posts.some(({ kind, organId }) => kind === 'lecturer' && organId === course.organ_id)) return false
  const own = await deed.tx
    .selectFrom('lecturer')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!own) return false
  if (session?.lecturer_id === own.id) return true
  const on = await deed.tx
    .selectFrom('course_lecturer')
    .select('course_id')
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', course.id)
    .where('lecturer_id', '=', own.id)
    .executeTakeFirst()
  return on !== undefined
}

export const stateOf = (row: Pick<CourseRow, 'state'>): CourseState => row.state as CourseState
