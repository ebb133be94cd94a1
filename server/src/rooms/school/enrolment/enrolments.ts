import type { decideEnrolment, enterEnrolment, EnrolmentWishes, moveEnrolment } from '@ronghe/contract/school/enrolments.ts'
import type { Course } from '@ronghe/contract/school/courses.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused, signInFirst, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { requireConsent } from '../../../platform/privacy/consent.ts'
import { enterPaper } from '../../people/consents.ts'
import { getPerson } from '../../people/persons.ts'
import { actingPost, may } from '../../programme/acting-post.ts'
import { courseLink, lockCourse, lockOwnCourse, managing, type CourseRow } from '../courses/course-rows.ts'
import { readCourse } from '../courses/course-page.ts'
import { keepChildren } from './children.ts'
import { command, enrolmentsOf, lineOf, type EnrolmentRow } from './line.ts'
import { sealReason } from './reasons.ts'
import { countShares } from './shares.ts'

/** A place for me, or the next turn in the line. */
export async function enrol(deed: Deed, courseId: string, wishes: EnrolmentWishes): Promise<Course> {
  const personId = me(deed)
  if (wishes.children.length > 0) await requireConsent(deed, personId, 'guardianOfChild')
  await signUp(deed, await lockCourse(deed, courseId), personId, wishes, { channel: 'phone', post: null })
  return readCourse(deed, courseId)
}

/** The same at the desk or from paper: the same line, the next turn. */
export async function enter(
  deed: Deed,
  courseId: string,
  { personId, channel, guardianSigned, ...wishes }: BodyOf<typeof enterEnrolment>,
): Promise<ReplyOf<typeof enterEnrolment>> {
  const course = await lockCourse(deed, courseId)
  const post = deskPost(deed, course)
  if (personId === me(deed)) throw forbidden('paper-for-yourself')
  await getPerson(deed, personId)
  await recordAccess(deed, { personId, purpose: 'courseEntry', permission: 'people.find', subject: { kind: 'course', id: courseId } })
  if (wishes.children.length > 0) {
    if (guardianSigned !== null && deed.actor.kind === 'person')
      await enterPaper(deed, deed.actor, personId, 'guardianOfChild', {
        given: true,
        version: guardianSigned,
        signed: true,
        channel: 'desk-paper',
      })
    await requireConsent(deed, personId, 'guardianOfChild')
  }
  const { id, state, ahead } = await signUp(deed, course, personId, wishes, { channel, post })
  return { id, state, ahead }
}

async function signUp(
  deed: Deed,
  course: CourseRow,
  personId: string,
  { speaks, children }: EnrolmentWishes,
  { channel, post }: { readonly channel: 'phone' | 'desk' | 'paper'; readonly post: string | null },
) {
  if (course.state !== 'open') throw refused('course-not-open')
  const id = deed.id()
  const list = await command(
    deed,
    course,
    { kind: 'signUp', entry: id, who: personId, fits: ['seat'] },
    { id, personId, approval: course.approval ? 'pending' : 'none', speaks: speaks || null, channel, enteredByPost: post },
  )
  await keepChildren(deed, course, id, children)
  await countShares(deed, course.id)
  await record(deed, { kind: 'school.enrolment.made', about: personId, plain: { course: course.id, enrolment: id, channel } })
  return { id, state: list.entries.find((entry) => entry.id === id)!.state, ahead: lineOf(list).ahead(id) }
}

export async function leave(deed: Deed, courseId: string): Promise<Course> {
  const course = await lockCourse(deed, courseId)
  await step(deed, course, await ownEntry(deed, courseId, me(deed)), 'leave')
  return readCourse(deed, courseId)
}

export async function answerOffer(deed: Deed, courseId: string, accept: boolean): Promise<Course> {
  const course = await lockCourse(deed, courseId)
  await step(deed, course, await ownEntry(deed, courseId, me(deed)), accept ? 'accept' : 'decline')
  return readCourse(deed, courseId)
}

/** For somebody who calls or comes to the desk. */
export async function moveFor(
  deed: Deed,
  enrolmentId: string,
  { step: wanted }: BodyOf<typeof moveEnrolment>,
): Promise<ReplyOf<typeof moveEnrolment>> {
  const { course, row } = await entryOf(deed, enrolmentId)
  deskPost(deed, course)
  await recordAccess(deed, {
    personId: row.person_id,
    purpose: 'courseEntry',
    permission: 'people.find',
    subject: { kind: 'course', id: course.id },
  })
  return { state: await step(deed, course, row, wanted) }
}

/** The head of the school approves, or says why not; then the place goes to the first in line. */
export async function decide(
  deed: Deed,
  enrolmentId: string,
  { approve, reason }: BodyOf<typeof decideEnrolment>,
): Promise<ReplyOf<typeof decideEnrolment>> {
  const { course, row } = await entryOf(deed, enrolmentId)
  await lockOwnCourse(deed, course.id)
  if (row.approval !== 'pending') throw refused('enrolment-decided')
  if (!approve && reason === '') throw unfit([{ path: 'reason', code: 'enrolment-reason' }])
  const approval = approve ? ('given' as const) : ('refused' as const)
  await deed.tx
    .updateTable('enrolment')
    .set({
      approval,
      approval_reason_sealed: reason ? sealReason(deed, row.id, reason) : null,
      approved_at: deed.now,
      approved_by_post: managing(deed, course.organ_id)!.id,
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
  const state = approve ? row.state : await step(deed, course, row, 'leave')
  await notify(deed, row.person_id, { template: approve ? 'course-approved' : 'course-not-approved', link: courseLink(course.id) })
  await record(deed, { kind: 'school.enrolment.decided', about: row.person_id, plain: { course: course.id, enrolment: row.id, approval } })
  return { approval, state: state as ReplyOf<typeof decideEnrolment>['state'] }
}

async function step(deed: Deed, course: CourseRow, row: EnrolmentRow, wanted: 'leave' | 'accept' | 'decline') {
  const list = await command(deed, course, { kind: wanted, entry: row.id })
  await record(deed, { kind: `school.enrolment.${done[wanted]}`, about: row.person_id, plain: { course: course.id, enrolment: row.id } })
  return list.entries.find(({ id }) => id === row.id)!.state
}
const done = { leave: 'left', accept: 'accepted', decline: 'declined' } as const

async function ownEntry(deed: Deed, courseId: string, personId: string): Promise<EnrolmentRow> {
  const row = (await enrolmentsOf(deed, courseId)).find(
    ({ person_id, state }) => person_id === personId && ['waiting', 'offered', 'placed'].includes(state),
  )
  if (!row) throw refused('course-not-in')
  return row
}

async function entryOf(deed: Deed, enrolmentId: string): Promise<{ course: CourseRow; row: EnrolmentRow }> {
  const found = await deed.tx
    .selectFrom('enrolment')
    .select('course_id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  if (!found) throw notFound('enrolment')
  const course = await lockCourse(deed, found.course_id)
  return { course, row: (await enrolmentsOf(deed, course.id)).find(({ id }) => id === enrolmentId)! }
}

/** The head of this school, or a clerk who may enter what people bring on paper. */
function deskPost(deed: Deed, course: CourseRow): string {
  const post = managing(deed, course.organ_id) ?? (may(deed, 'people.register') ? actingPost(deed, 'people.register') : undefined)
  if (!post) throw forbidden('school-not-yours')
  return post.id
}

function me({ actor }: Deed): string {
  if (actor.kind !== 'person') throw signInFirst()
  return actor.personId
}
