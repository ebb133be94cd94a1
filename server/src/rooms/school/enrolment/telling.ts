import type { Deed } from '../../../platform/deed.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { courseLink, type CourseRow } from '../courses/course-rows.ts'

/** Everybody who has a place, an offer or a turn. */
export async function tellClass(deed: Deed, course: CourseRow, template: string): Promise<void> {
  const rows = await deed.tx
    .selectFrom('enrolment')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', course.id)
    .where('state', 'in', ['waiting', 'offered', 'placed'])
    .orderBy('turn')
    .execute()
  for (const { person_id } of rows) await notify(deed, person_id, { template, link: courseLink(course.id) })
}
