import type { AwardState, Completion, MyAward } from '@ronghe/contract/school/awards.ts'
import type { Selectable } from 'kysely'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { findPersons } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { issueCertificate } from '../../programme/certificates.ts'
import { completionsOf } from '../courses/closing.ts'
import { type CourseRow, findCourse, isHeld, managing, sessionsOf } from '../courses/course-rows.ts'
import { taughtClass } from '../class/class-access.ts'

type AwardRow = Selectable<Tables['course_award']>

const awards = (deed: Deed) =>
  deed.tx.selectFrom('course_award').selectAll('course_award').where('course_award.street_id', '=', deed.street.id)
const stateOf = ({ state }: Pick<AwardRow, 'state'>): AwardState => state as AwardState

/** Who completed a course that is over; in the order of names, so that nobody stands higher for having come more often. */
export async function listFor(deed: Deed, courseId: string) {
  const course = await taughtClass(deed, courseId)
  const completions = await completionsOf(deed, courseId)
  const people = await findPersons(
    deed,
    completions.map(({ personId }) => personId),
  )
  await recordAccess(
    deed,
    people.map(({ id }) => ({
      personId: id,
      purpose: 'courseAward',
      subject: { kind: 'course', id: courseId },
      permission: 'school.teach' as const,
    })),
  )
  const given = await awards(deed).where('course_id', '=', courseId).execute()
  const items = people.map((person): Completion => {
    const award = given.find(({ person_id }) => person_id === person.id)
    return {
      personId: person.id,
      name: person.name,
      completed: completions.find(({ personId }) => personId === person.id)!.completed,
      state: award ? stateOf(award) : null,
      certificateId: award?.certificate_id ?? null,
    }
  })
  return { title: course.title, over: course.state === 'closed', items: items.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')) }
}

/** Confirmed by whoever taught it: only those who completed it, and each may still leave the certificate. */
export async function offer(deed: Deed, courseId: string, personIds: readonly string[]): Promise<{ offered: number }> {
  const course = await taughtClass(deed, courseId)
  if (course.state !== 'closed') throw refused('award-course-runs')
  const completed = new Set((await completionsOf(deed, courseId)).filter((one) => one.completed).map(({ personId }) => personId))
  if (personIds.some((id) => !completed.has(id))) throw unfit([{ path: 'personIds', code: 'award-not-completed' }])
  let offered = 0
  for (const personId of new Set(personIds)) {
    const { numInsertedOrUpdatedRows } = await deed.tx
      .insertInto('course_award')
      .values({
        street_id: deed.street.id,
        course_id: courseId,
        person_id: personId,
        state: 'offered',
        offered_by_post: actingPost(deed, 'school.teach')?.id ?? null,
        offered_at: deed.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) continue
    offered += 1
    await notify(deed, personId, { template: 'course-award', link: '/school/awards' })
    await record(deed, { kind: 'school.award.offered', about: personId, plain: { course: courseId } })
  }
  return { offered }
}

export async function listMine(deed: Deed, personId: string): Promise<{ items: MyAward[] }> {
  const rows = await awards(deed)
    .innerJoin('course', (join) =>
      join.onRef('course.street_id', '=', 'course_award.street_id').onRef('course.id', '=', 'course_award.course_id'),
    )
    .select('course.title')
    .where('person_id', '=', personId)
    .orderBy('offered_at', 'desc')
    .execute()
  return {
    items: rows.map((row) => ({ courseId: row.course_id, title: row.title, state: stateOf(row), certificateId: row.certificate_id })),
  }
}

/** Taken or left; who left it may still take it later. What was taken stays taken: the certificate itself can be revoked where it stands. */
export async function answer(deed: Deed, courseId: string, personId: string, take: boolean, channel: 'phone' | 'paper'): Promise<MyAward> {
  const row = await awards(deed).where('course_id', '=', courseId).where('person_id', '=', personId).forUpdate().executeTakeFirst()
  if (!row) throw notFound('award')
  const course = (await findCourse(deed, courseId))!
  if (row.state === 'taken') {
    if (!take) throw refused('award-taken')
    return { courseId, title: course.title, state: 'taken', certificateId: row.certificate_id }
  }
  const certificateId = take ? (await issueCertificate(deed, { ...(await issueOf(deed, course)), personId })).id : null
  const state = take ? ('taken' as const) : ('declined' as const)
  await deed.tx
    .updateTable('course_award')
    .set({ state, certificate_id: certificateId, channel, answered_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .where('person_id', '=', personId)
    .execute()
  await record(deed, { kind: 'school.award.answered', about: personId, plain: { course: courseId, state, channel } })
  return { courseId, title: course.title, state, certificateId }
}

/** What the certificate says: the course, never how often somebody came. */
async function issueOf(deed: Deed, course: CourseRow) {
  const days = (await sessionsOf(deed, [course.id])).filter(isHeld).map(({ starts_at }) => dayIn(deed.street.zone, starts_at))
  const { title, description } = course
  return {
    kind: 'course' as const,
    issuerOrganId: course.organ_id,
    achievement: {
      key: `course-${course.id}`,
      name: title,
      description,
      criteria: {
        'zh-CN': `学完“${title['zh-CN']}”，由任课老师确认。`,
        en: `Completed “${title.en ?? title['zh-CN']}”, confirmed by the lecturer.`,
      },
    },
    ...(days.length > 0 ? { period: { from: days[0]!, until: days.at(-1)! } } : {}),
    thingId: course.id,
  }
}

/** At the desk, for somebody who takes it on paper. */
export async function enter(deed: Deed, courseId: string, personId: string, take: boolean) {
  const course = await findCourse(deed, courseId)
  if (!course || !managing(deed, course.organ_id)) throw notFound('award')
  const { state, certificateId } = await answer(deed, courseId, personId, take, 'paper')
  return { state, certificateId }
}
