import type { PartnerRole, PartyRole } from '@ronghe/contract/programme/joint-items.ts'
import type { Deed } from '../../../platform/deed.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import { partiesOf, setParties } from '../../programme/joint-items.ts'
import { getOrgan } from '../../programme/organ-rows.ts'
import { today } from '../../programme/posts.ts'
import { courseLink, findCourse, isHeld, sessionsOf, type CourseRow } from './course-rows.ts'

/** From its opening on a course is a joint item of its organs (M2); a draft is nobody's yet. */
export async function listJointly(deed: Deed, courseId: string): Promise<void> {
  const course = (await findCourse(deed, courseId))!
  const first = (await sessionsOf(deed, [courseId])).find(isHeld)
  const on = first ? dayIn(deed.street.zone, first.starts_at) : today(deed)
  await setParties(
    deed,
    { kind: 'course', thingId: courseId, title: course.title, link: courseLink(courseId), on },
    course.organ_id,
    planned(course),
  )
}

export async function partiesShown(deed: Deed, course: CourseRow): Promise<PartyRole[]> {
  if (course.state !== 'draft') return [...((await partiesOf(deed, 'course', [course.id])).get(course.id) ?? [])]
  const shown: PartyRole[] = []
  for (const { organId, role } of planned(course)) {
    const { id, name, party } = await getOrgan(deed, organId)
    shown.push({ organ: { id, name, party: party as PartyRole['organ']['party'] }, host: false, role })
  }
  return shown
}

const planned = ({ partners }: CourseRow): readonly PartnerRole[] => partners as unknown as readonly PartnerRole[] // as course-desk.ts wrote it
