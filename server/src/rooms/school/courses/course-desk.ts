import type { CoursePlan, DeskCourse, postponeCourse, stepCourse } from '@ronghe/contract/school/course-desk.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused, unfit } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { forgetJointItem } from '../../programme/joint-items.ts'
import { command } from '../enrolment/line.ts'
import { countBegun } from '../enrolment/shares.ts'
import { tellClass } from '../enrolment/telling.ts'
import { announce } from '../enrolment/class-times.ts'
import { closeClass } from './closing.ts'
import { afterStep, isOver } from './course-lifecycle.ts'
import { isHeld, lockOwnCourse, ownSchool, sessionsOf, stateOf, type CourseRow } from './course-rows.ts'
import { listJointly } from './course-parties.ts'
import { deskCourse } from './desk-page.ts'
import { callOff, later, moveSession } from './sessions.ts'
import { roomsOf } from './rooms.ts'

export async function plan(deed: Deed, course: CoursePlan): Promise<DeskCourse> {
  const post = ownSchool(deed)
  const id = deed.id()
  await deed.tx
    .insertInto('course')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: post.organId,
      state: 'draft',
      ...columns(course),
      created_by_post: post.id,
      created_at: deed.now,
    })
    .execute()
  await checkPartners(deed, post.organId, course.partners)
  await putLecturers(deed, id, course.lecturers)
  await record(deed, { kind: 'school.course.planned', plain: { course: id, module: course.module } })
  return deskCourse(deed, id)
}

/** More seats go to the first in line at once; nobody who has a place loses it. */
export async function change(deed: Deed, courseId: string, wanted: CoursePlan): Promise<DeskCourse> {
  const before = await lockOwnCourse(deed, courseId)
  if (isOver(stateOf(before))) throw refused('course-over')
  if (before.state !== 'draft' && wanted.seats !== before.seats)
    await command(deed, before, { kind: 'changeCapacity', places: [{ kind: 'seat', count: wanted.seats }] })
  await deed.tx.updateTable('course').set(columns(wanted)).where('street_id', '=', deed.street.id).where('id', '=', courseId).execute()
  await deed.tx.deleteFrom('course_lecturer').where('street_id', '=', deed.street.id).where('course_id', '=', courseId).execute()
  await checkPartners(deed, before.organ_id, wanted.partners)
  await putLecturers(deed, courseId, wanted.lecturers)
  if (before.state !== 'draft') await listJointly(deed, courseId)
  await record(deed, { kind: 'school.course.changed', plain: { course: courseId } })
  return deskCourse(deed, courseId)
}

export async function step(deed: Deed, courseId: string, { step: wanted, because }: BodyOf<typeof stepCourse>): Promise<DeskCourse> {
  const course = await lockOwnCourse(deed, courseId)
  await takeStep(deed, course, wanted, because)
  return deskCourse(deed, courseId)
}

export async function takeStep(
  deed: Deed,
  course: CourseRow,
  wanted: BodyOf<typeof stepCourse>['step'],
  because: CourseRow['because'] = null,
): Promise<void> {
  const state = afterStep(stateOf(course), wanted)
  if (!state) throw refused('course-not-so-far')
  const sessions = (await sessionsOf(deed, [course.id])).filter(isHeld)
  if (wanted === 'open' && !sessions.some(({ starts_at }) => starts_at > deed.now)) throw refused('course-no-sessions')
  if (wanted === 'close' && sessions.some(({ ends_at }) => ends_at > deed.now)) throw refused('course-classes-to-come')
  if (wanted === 'cancel' && because === null) throw unfit([{ path: 'because', code: 'course-because' }])
  if (wanted === 'start') await countBegun(deed, course.id)
  if (wanted === 'cancel') {
    for (const session of sessions) if (session.ends_at > deed.now) await callOff(deed, course, session, because!)
    if (course.state !== 'draft') await tellClass(deed, course, 'course-cancelled')
  }
  await deed.tx
    .updateTable('course')
    .set({
      state,
      ...(wanted === 'open' ? { opened_at: deed.now } : {}),
      ...(isOver(state) ? { closed_at: deed.now } : {}),
      ...(wanted === 'cancel' ? { because: JSON.stringify(because) } : {}),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', course.id)
    .execute()
  const now = { ...course, state }
  if (wanted === 'open') for (const session of sessions) await announce(deed, now, session)
  if (wanted === 'open') await listJointly(deed, course.id)
  if (wanted === 'cancel') await forgetJointItem(deed, { kind: 'course', thingId: course.id })
  if (isOver(state)) await closeClass(deed, now)
  await record(deed, { kind: `school.course.${stepped[wanted]}`, plain: { course: course.id } })
}
const stepped = { open: 'opened', start: 'started', close: 'closed', cancel: 'cancelled' } as const

/** Begins later, all of it; whoever cannot come then gives the place back as always. */
export async function postpone(deed: Deed, courseId: string, { days }: BodyOf<typeof postponeCourse>): Promise<DeskCourse> {
  const course = await lockOwnCourse(deed, courseId)
  if (isOver(stateOf(course))) throw refused('course-over')
  const sessions = (await sessionsOf(deed, [courseId])).filter((session) => isHeld(session) && session.starts_at > deed.now)
  if (sessions.length === 0) throw refused('course-no-sessions')
  const rooms = await roomsOf(
    deed,
    'session',
    sessions.map(({ id }) => id),
  )
  // The last first: a weekly course moved by a week would otherwise stand in its own way.
  for (const session of sessions.toReversed())
    await moveSession(deed, course, session, {
      ...later(deed, { startsAt: session.starts_at.toISOString(), endsAt: session.ends_at.toISOString() }, days),
      topic: session.topic,
      roomId: rooms.get(session.id)?.id ?? null,
      lecturerId: session.lecturer_id,
    })
  await deed.tx
    .updateTable('course')
    .set({ told_below_at: null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', courseId)
    .execute()
  await tellClass(deed, course, 'class-changed')
  await record(deed, { kind: 'school.course.postponed', plain: { course: courseId, days } })
  return deskCourse(deed, courseId)
}

function columns({
  module,
  title,
  about,
  requirements,
  minimum,
  seats,
  speaks,
  children,
  childPlaces,
  carers,
  approval,
  partners,
}: CoursePlan) {
  if (minimum > seats) throw unfit([{ path: 'minimum', code: 'course-minimum' }])
  if ((children === 'none') !== (childPlaces === 0)) throw unfit([{ path: 'childPlaces', code: 'course-child-places' }])
  if (children === 'childcare' && carers < 2) throw unfit([{ path: 'carers', code: 'course-carers' }])
  return {
    module,
    title: JSON.stringify(title),
    description: JSON.stringify(about),
    requirements: requirements && JSON.stringify(requirements),
    minimum,
    seats,
    speaks: [...speaks],
    children,
    child_places: childPlaces,
    carers: children === 'childcare' ? carers : 0,
    approval,
    partners: JSON.stringify(partners),
  }
}

async function checkPartners(deed: Deed, organId: string, partners: CoursePlan['partners']): Promise<void> {
  const ids = partners.map((partner) => partner.organId)
  if (new Set([organId, ...ids]).size <= ids.length) throw unfit([{ path: 'partners', code: 'party-twice' }])
  if ((await organNames(deed, ids)).size < ids.length) throw unfit([{ path: 'partners', code: 'no-organ' }])
}

async function putLecturers(deed: Deed, courseId: string, lecturers: CoursePlan['lecturers']): Promise<void> {
  if (lecturers.length === 0) return
  const known = await deed.tx
    .selectFrom('lecturer')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...lecturers])
    .where('ended_on', 'is', null)
    .execute()
  if (known.length < new Set(lecturers).size) throw unfit([{ path: 'lecturers', code: 'field-choice' }])
  await deed.tx
    .insertInto('course_lecturer')
    .values([...new Set(lecturers)].map((lecturer_id) => ({ street_id: deed.street.id, course_id: courseId, lecturer_id })))
    .execute()
}
