import type {
  Course,
  CourseLine,
  CourseSession,
  listCourses,
  listMyCourses,
  MyCourse,
  MyEnrolment,
} from '@ronghe/contract/school/courses.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../../platform/http/cursor.ts'
import { signInFirst } from '../../../platform/http/problems.ts'
import { engagementsBetween } from '../../programme/engagements.ts'
import { organNames } from '../../programme/organ-rows.ts'
import { ownAttendance, stepsInClass, type Own } from '../attendance/own-attendance.ts'
import { childPlacesTaken, childrenOf } from '../enrolment/children.ts'
import { reasonOf } from '../enrolment/reasons.ts'
import { lineOf, toList, type EnrolmentRow } from '../enrolment/line.ts'
import { getCourse, isHeld, managing, sessionsOf, stateOf, teaches, type CourseRow, type SessionRow } from './course-rows.ts'
import { partiesShown } from './course-parties.ts'
import { lecturerCards } from './lecturers.ts'
import { roomsOf } from './rooms.ts'

const active = ['waiting', 'offered', 'placed']

export async function courseList(
  deed: Deed,
  { module, which, limit, after }: QueryOf<typeof listCourses>,
): Promise<ReplyOf<typeof listCourses>> {
  const from = readCursor(after, 1)
  const state = which === 'over' ? 'closed' : which
  const rows = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', state)
    .$if(module !== undefined, (query) => query.where('module', '=', module!))
    .$if(from !== undefined, (query) => query.where(sql<boolean>`id < ${from![0]}::uuid`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const lines = new Map((await courseLines(deed, rows.slice(0, limit))).map((line) => [line.id, line]))
  const page = pageFrom(
    rows,
    limit,
    ({ id }) => toCursor(id),
    ({ id }) => lines.get(id)!,
  )
  // What begins first is what somebody can still come to.
  return which === 'open' ? { ...page, items: page.items.toSorted((a, b) => (a.startsAt ?? '~').localeCompare(b.startsAt ?? '~')) } : page
}

export async function courseLines(deed: Deed, courses: readonly CourseRow[]): Promise<readonly CourseLine[]> {
  const ids = courses.map(({ id }) => id)
  const sessions = Map.groupBy(await sessionsOf(deed, ids), ({ course_id }) => course_id)
  const lines = await linesOf(deed, ids)
  const children = await childPlacesTaken(deed, ids)
  return courses.map((course) => {
    const held = (sessions.get(course.id) ?? []).filter(isHeld)
    const { taken, waiting } = lines.get(course.id) ?? { taken: 0, waiting: 0 }
    return {
      id: course.id,
      module: course.module as CourseLine['module'],
      state: stateOf(course),
      title: course.title,
      startsAt: held[0]?.starts_at.toISOString() ?? null,
      nextAt: held.find(({ ends_at }) => ends_at > deed.now)?.starts_at.toISOString() ?? null,
      sessions: held.length,
      seats: course.seats,
      placesLeft: Math.max(0, course.seats - taken),
      waiting,
      speaks: course.speaks,
      children: course.children as CourseLine['children'],
      childPlacesLeft: Math.max(0, course.child_places - (children.get(course.id) ?? 0)),
      approval: course.approval,
    }
  })
}

export async function readCourse(deed: Deed, courseId: string): Promise<Course> {
  const course = await getCourse(deed, courseId)
  const reader = deed.actor.kind === 'person' && deed.actor.session !== 'empty' ? deed.actor.personId : null
  const [line] = await courseLines(deed, [course])
  const sessions = await sessionsOf(deed, [courseId])
  const rows = await deed.tx
    .selectFrom('enrolment')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .execute()
  const mine = reader ? rows.filter(({ person_id }) => person_id === reader).toSorted(lastFirst)[0] : undefined
  const on = mine !== undefined && active.includes(mine.state)
  const own = reader ? await ownAttendance(deed, reader, sessions) : new Map<string, Own>()
  const list = toList(course, sessions.find(isHeld)?.starts_at ?? deed.now, rows)
  const lecturers = await lecturersOf(deed, course.id, sessions)
  const manages = managing(deed, course.organ_id) !== undefined
  const teaching = reader !== null && (await teaches(deed, course))
  return {
    ...line!,
    organ: { id: course.organ_id, name: (await organNames(deed, [course.organ_id])).get(course.organ_id)! },
    about: course.description,
    requirements: course.requirements,
    minimum: course.minimum,
    childPlaces: course.child_places,
    carers: course.carers,
    missing: Math.max(0, course.minimum - lineOf(list).placed),
    because: course.because,
    parties: await partiesShown(deed, course),
    lecturers: [...lecturers],
    sessionList: await toSessions(deed, sessions, own, { placed: mine?.state === 'placed', teaching, course }),
    mine: mine ? await toMine(deed, mine, lineOf(list).ahead(mine.id)) : null,
    clashes: reader && !on && course.state === 'open' ? await clashesOf(deed, reader, sessions) : [],
    may: [
      ...(course.state === 'open' && reader !== null && !on && (line!.startsAt ?? '') > deed.now.toISOString() ? (['enrol'] as const) : []),
      ...(on && !isGone(course) ? (['leave'] as const) : []),
      ...(mine?.state === 'offered' ? (['answer'] as const) : []),
      ...(manages ? (['manage'] as const) : []),
      ...(teaching ? (['teach'] as const) : []),
    ],
  }
}

/** My courses: those to come first, then the ones that are over, the latest first. */
export async function myCourses(deed: Deed): Promise<ReplyOf<typeof listMyCourses>> {
  if (deed.actor.kind !== 'person') throw signInFirst()
  const rows = await deed.tx
    .selectFrom('enrolment')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', deed.actor.personId)
    .execute()
  const latest = [...Map.groupBy(rows, ({ course_id }) => course_id).values()].map((own) => own.toSorted(lastFirst)[0]!)
  if (latest.length === 0) return { items: [] }
  const courses = await deed.tx
    .selectFrom('course')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where(
      'id',
      'in',
      latest.map(({ course_id }) => course_id),
    )
    .execute()
  const lines = new Map((await courseLines(deed, courses)).map((line) => [line.id, line]))
  const waitingIn = latest.filter(({ state }) => state === 'waiting').map(({ course_id }) => course_id)
  const lists =
    waitingIn.length === 0
      ? []
      : await deed.tx
          .selectFrom('enrolment')
          .selectAll()
          .where('street_id', '=', deed.street.id)
          .where('course_id', 'in', waitingIn)
          .execute()
  const items: MyCourse[] = []
  for (const row of latest) {
    const course = courses.find(({ id }) => id === row.course_id)!
    const list = toList(
      course,
      deed.now,
      lists.filter(({ course_id }) => course_id === course.id),
    )
    items.push({ course: lines.get(course.id)!, enrolment: await toMine(deed, row, lineOf(list).ahead(row.id)) })
  }
  const over = ({ course, enrolment }: MyCourse) =>
    course.state === 'closed' || course.state === 'cancelled' || !active.includes(enrolment.state)
  return {
    items: items.toSorted(
      (a, b) => Number(over(a)) - Number(over(b)) || (over(a) ? -1 : 1) * (a.course.startsAt ?? '').localeCompare(b.course.startsAt ?? ''),
    ),
  }
}

export async function toSessions(
  deed: Deed,
  sessions: readonly SessionRow[],
  own: ReadonlyMap<string, Own>,
  reader: { readonly placed: boolean; readonly teaching: boolean; readonly course: CourseRow },
): Promise<CourseSession[]> {
  const rooms = await roomsOf(
    deed,
    'session',
    sessions.map(({ id }) => id),
  )
  return sessions.map((session) => ({
    id: session.id,
    number: session.number,
    topic: session.topic,
    startsAt: session.starts_at.toISOString(),
    endsAt: session.ends_at.toISOString(),
    room: rooms.get(session.id) ?? null,
    lecturerId: session.lecturer_id,
    cancelledBecause: session.cancelled_because,
    mine: own.get(session.id)?.shown ?? null,
    may: [
      ...stepsInClass(deed.now, session, own.get(session.id), reader.placed && !isGone(reader.course)),
      ...(reader.teaching && isHeld(session) ? (['teach'] as const) : []),
    ],
  }))
}

const isGone = ({ state }: CourseRow): boolean => state === 'closed' || state === 'cancelled'
const lastFirst = (a: EnrolmentRow, b: EnrolmentRow): number => b.enrolled_at.getTime() - a.enrolled_at.getTime() || b.turn - a.turn

async function toMine(deed: Deed, row: EnrolmentRow, ahead: number | null): Promise<MyEnrolment> {
  return {
    id: row.id,
    state: row.state as MyEnrolment['state'],
    approval: row.approval as MyEnrolment['approval'],
    approvalReason: reasonOf(deed, row),
    ahead,
    offeredUntil: row.offered_until?.toISOString() ?? null,
    speaks: row.speaks,
    children: [...((await childrenOf(deed, [row])).get(row.id) ?? [])],
    completed: row.completed,
    held: row.held,
    attended: row.attended,
  }
}

/** Places taken or held, and how many wait, by course. */
async function linesOf(deed: Deed, courseIds: readonly string[]): Promise<ReadonlyMap<string, { taken: number; waiting: number }>> {
  if (courseIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('enrolment')
    .select([
      'course_id',
      sql<string>`count(*) filter (where state in ('placed', 'offered'))`.as('taken'),
      sql<string>`count(*) filter (where state = 'waiting')`.as('waiting'),
    ])
    .where('street_id', '=', deed.street.id)
    .where('course_id', 'in', [...courseIds])
    .groupBy('course_id')
    .execute()
  return new Map(rows.map(({ course_id, taken, waiting }) => [course_id, { taken: Number(taken), waiting: Number(waiting) }]))
}

async function lecturersOf(deed: Deed, courseId: string, sessions: readonly SessionRow[]) {
  const on = await deed.tx
    .selectFrom('course_lecturer')
    .select('lecturer_id')
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .orderBy('lecturer_id')
    .execute()
  const ids = [...new Set([...on.map(({ lecturer_id }) => lecturer_id), ...sessions.flatMap(({ lecturer_id }) => lecturer_id ?? [])])]
  return (await lecturerCards(deed, ids)).values()
}

/** What the reader has to do already while this course is held; shown to the reader alone, and refuses nothing. */
async function clashesOf(deed: Deed, personId: string, sessions: readonly SessionRow[]): Promise<Course['clashes']> {
  const clashes: Course['clashes'] = []
  for (const { id, starts_at, ends_at } of sessions.filter((session) => isHeld(session) && session.starts_at > deed.now))
    for (const other of await engagementsBetween(deed, personId, starts_at, ends_at))
      clashes.push({ sessionId: id, title: other.title, from: other.starts_at.toISOString() })
  return clashes
}
