import type { DeskCourse, listDeskCourses } from '@ronghe/contract/school/course-desk.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../../platform/http/cursor.ts'
import { forbidden } from '../../../platform/http/problems.ts'
import { stepsFrom } from './course-lifecycle.ts'
import { courseLines, readCourse } from './course-page.ts'
import { findCourse, managing, ownSchool, stateOf } from './course-rows.ts'

export async function deskCourses(
  deed: Deed,
  { state, limit, after }: QueryOf<typeof listDeskCourses>,
): Promise<ReplyOf<typeof listDeskCourses>> {
  const { organId } = ownSchool(deed)
  const from = readCursor(after, 1)
  const rows = await deed.tx
    .selectFrom('course')
    .selectAll()
    .select((course) => [
      course
        .selectFrom('enrolment')
        .select(sql<number>`count(*) filter (where approval = 'pending' and state in ('placed', 'offered', 'waiting'))::int`.as('n'))
        .whereRef('enrolment.street_id', '=', 'course.street_id')
        .whereRef('enrolment.course_id', '=', 'course.id')
        .as('pending'),
      course
        .selectFrom('enrolment')
        .select(sql<number>`count(*) filter (where state = 'placed')::int`.as('n'))
        .whereRef('enrolment.street_id', '=', 'course.street_id')
        .whereRef('enrolment.course_id', '=', 'course.id')
        .as('placed'),
    ])
    .where('street_id', '=', deed.street.id)
    .where('organ_id', '=', organId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`id < ${from![0]}::uuid`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const lines = new Map((await courseLines(deed, rows.slice(0, limit))).map((line) => [line.id, line]))
  return pageFrom(
    rows,
    limit,
    ({ id }) => toCursor(id),
    (row) => ({ ...lines.get(row.id)!, pending: row.pending ?? 0, missing: Math.max(0, row.minimum - (row.placed ?? 0)) }),
  )
}

export async function deskCourse(deed: Deed, courseId: string): Promise<DeskCourse> {
  const course = await readCourse(deed, courseId)
  const row = (await findCourse(deed, courseId))!
  if (!managing(deed, row.organ_id)) throw forbidden('school-not-yours')
  return { ...course, steps: stepsFrom(stateOf(row)), toldBelowAt: row.told_below_at?.toISOString() ?? null }
}
