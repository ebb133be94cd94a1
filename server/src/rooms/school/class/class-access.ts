import { personOf } from '../../../platform/auth/actor.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden } from '../../../platform/http/problems.ts'
import { type CourseRow, getCourse, getSession, type SessionRow, teaches } from '../courses/course-rows.ts'
import { placedIn } from '../enrolment/class-times.ts'

/** What somebody is to a class: teaches it, is in it, or neither. */
export type InClass = 'teacher' | 'learner' | 'none'

export async function classRole(deed: Deed, course: CourseRow): Promise<InClass> {
  if (await teaches(deed, course)) return 'teacher'
  const me = personOf(deed.actor)
  return me !== null && (await placedIn(deed, course.id)).includes(me) ? 'learner' : 'none'
}

/** A course for those who are in its class; nobody else reads what is said there. */
export async function ownClass(deed: Deed, courseId: string): Promise<{ course: CourseRow; role: 'teacher' | 'learner' }> {
  const course = await getCourse(deed, courseId)
  const role = await classRole(deed, course)
  if (role === 'none') throw forbidden('class-not-yours')
  return { course, role }
}

export async function taughtClass(deed: Deed, courseId: string): Promise<CourseRow> {
  const course = await getCourse(deed, courseId)
  if ((await classRole(deed, course)) !== 'teacher') throw forbidden('class-not-taught')
  return course
}

/** A session for whoever gave it: its own lecturer too, where the course is mostly another's. */
export async function taughtSession(deed: Deed, sessionId: string): Promise<{ course: CourseRow; session: SessionRow }> {
  const { course, session } = await getSession(deed, sessionId)
  if (!(await teaches(deed, course, session))) throw forbidden('class-not-taught')
  return { course, session }
}
