import type { EnrolledChild } from '@ronghe/contract/school/enrolments.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused } from '../../../platform/http/problems.ts'
import { agrees } from '../../../platform/privacy/consent.ts'
import type { CourseRow } from '../courses/course-rows.ts'

/** Places for children that nobody has: those of people with a place, an offer or a turn are kept for them. */
export async function childPlacesTaken(deed: Deed, courseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (courseIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('enrolled_child')
    .innerJoin('enrolment', (join) =>
      join.onRef('enrolment.street_id', '=', 'enrolled_child.street_id').onRef('enrolment.id', '=', 'enrolled_child.enrolment_id'),
    )
    .select(['enrolment.course_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('enrolment.street_id', '=', deed.street.id)
    .where('enrolment.course_id', 'in', [...courseIds])
    .where('enrolment.state', 'in', ['waiting', 'offered', 'placed'])
    .groupBy('enrolment.course_id')
    .execute()
  return new Map(rows.map(({ course_id, count }) => [course_id, Number(count)]))
}

/** Keeps what the guardian holds (D11); the guardian agreed to it, on the phone or on paper. */
export async function keepChildren(deed: Deed, course: CourseRow, enrolmentId: string, children: readonly EnrolledChild[]): Promise<void> {
  if (children.length === 0) return
  if (course.children === 'none') throw refused('course-no-children')
  const taken = (await childPlacesTaken(deed, [course.id])).get(course.id) ?? 0
  if (taken + children.length > course.child_places)
    throw refused('course-children-full', { params: { left: Math.max(0, course.child_places - taken) }, instead: 'course-without-child' })
  for (const { nickname, age, collects } of children) {
    const id = deed.id()
    await deed.tx
      .insertInto('enrolled_child')
      .values({
        street_id: deed.street.id,
        id,
        enrolment_id: enrolmentId,
        nickname_sealed: deed.platform.sealer.seal(place(deed, 'nickname_sealed', id), nickname),
        age,
        collects_sealed: deed.platform.sealer.seal(place(deed, 'collects_sealed', id), collects),
      })
      .execute()
  }
}

/** By enrolment; whoever took the agreement back has none any more, from that moment on. */
export async function childrenOf(
  deed: Deed,
  enrolments: readonly { readonly id: string; readonly person_id: string }[],
): Promise<ReadonlyMap<string, readonly EnrolledChild[]>> {
  if (enrolments.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('enrolled_child')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where(
      'enrolment_id',
      'in',
      enrolments.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const byEnrolment = Map.groupBy(rows, ({ enrolment_id }) => enrolment_id)
  const shown = new Map<string, readonly EnrolledChild[]>()
  for (const { id, person_id } of enrolments) {
    const own = byEnrolment.get(id)
    if (!own || !(await agrees(deed, person_id, 'guardianOfChild'))) continue
    shown.set(
      id,
      own.map((row) => ({
        nickname: deed.platform.sealer.open(place(deed, 'nickname_sealed', row.id), row.nickname_sealed),
        age: row.age as EnrolledChild['age'],
        collects: deed.platform.sealer.open(place(deed, 'collects_sealed', row.id), row.collects_sealed),
      })),
    )
  }
  return shown
}

/** Of guardians who agree no longer, every night at the latest. */
export async function dropUnagreed(deed: Deed): Promise<void> {
  await deed.tx
    .deleteFrom('enrolled_child')
    .where('street_id', '=', deed.street.id)
    .where('enrolment_id', 'in', (query) =>
      query
        .selectFrom('enrolment')
        .select('enrolment.id')
        .where('enrolment.street_id', '=', deed.street.id)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('consent')
                .select('consent.id')
                .whereRef('consent.street_id', '=', 'enrolment.street_id')
                .whereRef('consent.person_id', '=', 'enrolment.person_id')
                .where('consent.purpose', '=', 'guardianOfChild')
                .where('consent.withdrawn_at', 'is', null),
            ),
          ),
        ),
    )
    .execute()
}

const place = (deed: Deed, column: string, row: string) => ({ street: deed.street.id, table: 'enrolled_child', column, row })
