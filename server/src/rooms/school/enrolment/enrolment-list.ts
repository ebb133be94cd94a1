import type { EnrolmentRow as Row, listEnrolments } from '@ronghe/contract/school/enrolments.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { findPersons } from '../../people/persons.ts'
import { isOver } from '../courses/course-lifecycle.ts'
import { lockOwnCourse, stateOf } from '../courses/course-rows.ts'
import { childrenOf } from './children.ts'
import { enrolmentsOf, firstClass, lineOf, toList } from './line.ts'
import { shownShares } from './shares.ts'

/** Everybody with a place, an offer or a turn, in the order of arrival; no group stands beside a name. */
export async function enrolmentList(deed: Deed, courseId: string): Promise<ReplyOf<typeof listEnrolments>> {
  const course = await lockOwnCourse(deed, courseId)
  const all = await enrolmentsOf(deed, courseId)
  const rows = all.filter(({ state }) => ['waiting', 'offered', 'placed'].includes(state))
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const { ahead } = lineOf(toList(course, (await firstClass(deed, courseId)) ?? deed.now, all))
  const children = await childrenOf(deed, rows)
  await recordAccess(
    deed,
    rows.map(({ person_id }) => ({
      personId: person_id,
      purpose: 'courseList',
      permission: 'school.manage' as const,
      subject: { kind: 'course', id: courseId },
    })),
  )
  const over = isOver(stateOf(course))
  return {
    shares: shownShares(course),
    items: rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: names.get(row.person_id) ?? '',
      state: row.state as Row['state'],
      approval: row.approval as Row['approval'],
      ahead: ahead(row.id),
      offeredUntil: row.offered_until?.toISOString() ?? null,
      speaks: row.speaks,
      channel: row.channel as Row['channel'],
      enrolledOn: dayIn(deed.street.zone, row.enrolled_at),
      children: [...(children.get(row.id) ?? [])],
      may: over
        ? []
        : [
            ...(row.approval === 'pending' ? (['approve', 'refuse'] as const) : []),
            ...(row.state === 'offered' ? (['answer'] as const) : []),
            'leave' as const,
          ],
    })),
  }
}
