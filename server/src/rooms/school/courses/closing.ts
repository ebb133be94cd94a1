import type { Deed } from '../../../platform/deed.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { completes, counts } from './class-rules.ts'
import { isHeld, sessionsOf, type CourseRow } from './course-rows.ts'

export interface Completion {
  readonly personId: string
  readonly enrolmentId: string
  readonly held: number
  readonly attended: number
  readonly completed: boolean
}

/** A course that is over: who completed it, and what is not needed any more: children, reasons of absence. */
export async function closeClass(deed: Deed, course: CourseRow): Promise<void> {
  if (course.state === 'closed')
    for (const { enrolmentId, held, attended, completed } of await reckon(deed, course.id))
      await deed.tx
        .updateTable('enrolment')
        .set({ held, attended, completed })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', enrolmentId)
        .execute()
  const ofCourse = await deed.tx
    .selectFrom('enrolment')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', course.id)
    .execute()
  const ids = ofCourse.map(({ id }) => id)
  if (ids.length > 0)
    await deed.tx.deleteFrom('enrolled_child').where('street_id', '=', deed.street.id).where('enrolment_id', 'in', ids).execute()
  const sessions = (await sessionsOf(deed, [course.id])).map(({ id }) => id)
  if (sessions.length > 0)
    await deed.tx
      .updateTable('class_attendance')
      .set({ absence_sealed: null })
      .where('street_id', '=', deed.street.id)
      .where('session_id', 'in', sessions)
      .where('absence_sealed', 'is not', null)
      .execute()
}

/** Who completed a closed course, for certificates: what was reckoned when it closed. In no order of anybody's attendance. */
export async function completionsOf(deed: Deed, courseId: string): Promise<readonly Completion[]> {
  const rows = await deed.tx
    .selectFrom('enrolment')
    .select(['id', 'person_id', 'held', 'attended', 'completed'])
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .where('completed', 'is not', null)
    .orderBy('turn')
    .execute()
  return rows.map(({ id, person_id, held, attended, completed }) => ({
    personId: person_id,
    enrolmentId: id,
    held: held!,
    attended: attended!,
    completed: completed!,
  }))
}

async function reckon(deed: Deed, courseId: string): Promise<readonly Completion[]> {
  const { completionPercent } = await setting(deed, 'school')
  const held = (await sessionsOf(deed, [courseId])).filter(isHeld)
  const learners = await deed.tx
    .selectFrom('enrolment')
    .select(['id', 'person_id'])
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .where('state', '=', 'placed')
    .execute()
  if (learners.length === 0 || held.length === 0) return []
  const noted = await deed.tx
    .selectFrom('class_attendance as noted')
    .leftJoin('class_attendance as elsewhere', (join) =>
      join
        .onRef('elsewhere.street_id', '=', 'noted.street_id')
        .onRef('elsewhere.session_id', '=', 'noted.made_up_in')
        .onRef('elsewhere.person_id', '=', 'noted.person_id'),
    )
    .select(['noted.person_id', 'noted.present', 'noted.made_up', 'elsewhere.present as elsewhere'])
    .where('noted.street_id', '=', deed.street.id)
    .where(
      'noted.session_id',
      'in',
      held.map(({ id }) => id),
    )
    .execute()
  return learners.map(({ id, person_id }) => {
    const attended = noted.filter(
      (row) =>
        row.person_id === person_id &&
        counts({ present: row.present, madeUp: row.made_up as 'session' | 'materials' | null, madeUpHeld: row.elsewhere === true }),
    ).length
    return {
      personId: person_id,
      enrolmentId: id,
      held: held.length,
      attended,
      completed: completes(attended, held.length, completionPercent),
    }
  })
}
