import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type { Tables } from '@ronghe/server/platform/database/tables.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { give } from '@ronghe/server/rooms/people/consents.ts'
import { plan, takeStep } from '@ronghe/server/rooms/school/courses/course-desk.ts'
import { lockCourse, sessionsOf, type SessionRow } from '@ronghe/server/rooms/school/courses/course-rows.ts'
import { putLecturer } from '@ronghe/server/rooms/school/courses/lecturers.ts'
import { createRoom } from '@ronghe/server/rooms/school/courses/rooms.ts'
import { add } from '@ronghe/server/rooms/school/courses/sessions.ts'
import { enrol } from '@ronghe/server/rooms/school/enrolment/enrolments.ts'
import { countShares } from '@ronghe/server/rooms/school/enrolment/shares.ts'
import type { Insertable } from 'kysely'
import type { CastKey } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import { actingAt } from './council-acting.ts'
import { castId, demoId, organId } from './load-cast.ts'
import { type Learner, loadLearners } from './school-learners.ts'
import { coursePlans, lecturerPlans, neighbourClass, type PlannedCourse, roomPlans } from './school-plans.ts'

const dayMs = 86_400_000

/** A year of courses in all six modules: planned, taught and closed by the room's own rules, and three that one can join now. */
export async function loadCourses(deed: Deed): Promise<void> {
  const chance = chanceOf('courses')
  const learners = await loadLearners(deed, { newcomer: 30, local: 22 })
  const began = actingAt(deed, 'suMin', new Date(deed.now.getTime() - 340 * dayMs), chance)
  const rooms: string[] = []
  for (const room of roomPlans) rooms.push((await createRoom(began, room)).id)
  // Under today's appointments: the register of posts knows no earlier ones.
  const lecturers = await loadLecturers(actingAt(deed, 'suMin', deed.now, chance))
  for (const planned of coursePlans) {
    const { at, courseId } = await openCourse(deed, planned, rooms, lecturers, chance)
    if (planned.firstIn < 0) await teach(deed, planned, courseId, learners, chance)
    else await fill(deed, planned, courseId, learners, at, chance)
  }
}

/** A class of residents nobody plays whose lesson plan is the first one's, so many days ago; the room itself reckons what follows. */
export async function teachNeighbours(
  deed: Deed,
  daysAgo: number,
  learners: { readonly newcomer: readonly Learner[]; readonly local: readonly Learner[] },
): Promise<void> {
  const chance = chanceOf(`neighbours ${daysAgo}`)
  const [newcomer, local] = [learners.newcomer.length, learners.local.length]
  if (newcomer + local === 0) return
  const idsOf = async (table: 'school_room' | 'lecturer'): Promise<string[]> =>
    (await deed.tx.selectFrom(table).select('id').where('street_id', '=', deed.street.id).orderBy('id').execute()).map(({ id }) => id)
  const planned: PlannedCourse = { ...neighbourClass, firstIn: -daysAgo, minimum: 1, learners: { newcomer, local } }
  const { courseId } = await openCourse(deed, planned, await idsOf('school_room'), await idsOf('lecturer'), chance)
  await teach(deed, planned, courseId, [...learners.newcomer, ...learners.local], chance)
}

async function loadLecturers(deed: Deed): Promise<string[]> {
  const ids: string[] = []
  const agreed = dayIn(deed.street.zone, deed.now)
  for (const { who, source, organ, guest, skills, speaks } of lecturerPlans)
    ids.push(
      (
        await putLecturer(deed, {
          source,
          organId: organId(deed.street.id, organ),
          affiliation: null,
          personId: who === null ? null : castId(deed.street.id, who),
          guestName: guest,
          guestAgreedOn: who === null ? agreed : null,
          skills: [...skills],
          speaks: [...speaks],
        })
      ).id,
    )
  return ids
}

/** Three weeks before its first class. */
async function openCourse(
  deed: Deed,
  planned: PlannedCourse,
  rooms: readonly string[],
  lecturers: readonly string[],
  chance: Chance,
): Promise<{ courseId: string; at: Deed }> {
  const first = addDays(dayIn(deed.street.zone, deed.now), planned.firstIn)
  const begins = new Date(startOfDay(deed.street.zone, first).getTime() + planned.hour * 3_600_000)
  const at = actingAt(deed, 'suMin', new Date(Math.min(begins.getTime() - 21 * dayMs, deed.now.getTime() - 3 * dayMs)), chance)
  const lecturerId = lecturers[planned.lecturer]!
  const { id: courseId } = await plan(at, {
    module: planned.module,
    title: planned.title,
    about: planned.about,
    requirements: null,
    minimum: planned.minimum,
    seats: planned.seats,
    speaks: [...planned.speaks],
    children: planned.children,
    childPlaces: planned.children === 'none' ? 0 : 6,
    carers: planned.children === 'childcare' ? 2 : 0,
    approval: planned.approval ?? false,
    lecturers: [lecturerId],
    partners: planned.partners.map(({ organ, role }) => ({ organId: organId(deed.street.id, organ), role })),
  })
  await add(at, courseId, {
    startsAt: begins.toISOString(),
    endsAt: new Date(begins.getTime() + 2 * 3_600_000).toISOString(),
    topic: planned.topics?.[0] ?? null,
    roomId: rooms[planned.room]!,
    lecturerId,
    weeks: planned.weeks,
  })
  await takeStep(at, await lockCourse(at, courseId), 'open')
  return { courseId, at }
}

/** A class that has begun: who was in it and who came, copied in row by row; the room itself reckons what follows. */
async function teach(deed: Deed, planned: PlannedCourse, courseId: string, learners: readonly Learner[], chance: Chance): Promise<void> {
  const sessions = await sessionsOf(deed, [courseId])
  const enrolled = new Date(sessions[0]!.starts_at.getTime() - 10 * dayMs)
  const inClass = chosen(learners, planned, chance)
  await deed.tx
    .insertInto('enrolment')
    .values(
      inClass.map(({ id }, index) => ({
        street_id: deed.street.id,
        id: demoId(deed.street.id, 'enrolment', courseId, id),
        course_id: courseId,
        person_id: id,
        turn: index + 1,
        state: 'placed' as const,
        asked_before: false,
        approval: 'none' as const,
        channel: index % 4 === 3 ? ('paper' as const) : ('phone' as const),
        enrolled_at: enrolled,
      })),
    )
    .execute()
  await deed.tx
    .updateTable('course')
    .set({ next_turn: inClass.length + 1 })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', courseId)
    .execute()
  const at = (moment: Date) => actingAt(deed, 'suMin', moment, chance)
  await countShares(at(enrolled), courseId)
  const start = at(sessions[0]!.starts_at)
  await takeStep(start, await lockCourse(start, courseId), 'start')
  await attend(deed, sessions, inClass, chance)
  const over = new Date(sessions.at(-1)!.ends_at.getTime() + 7 * dayMs)
  if (over < deed.now) await takeStep(at(over), await lockCourse(at(over), courseId), 'close')
}

async function attend(deed: Deed, sessions: readonly SessionRow[], inClass: readonly Learner[], chance: Chance): Promise<void> {
  const absences = ['work', 'ill', 'family', 'away'] as const
  const rows: Insertable<Tables['class_attendance']>[] = sessions
    .filter(({ ends_at }) => ends_at < deed.now)
    .flatMap((session) =>
      inClass.flatMap(({ id }): Insertable<Tables['class_attendance']>[] => {
        const common = { street_id: deed.street.id, session_id: session.id, person_id: id, at: session.starts_at }
        if (chance.in(0.84)) return [{ ...common, present: true, way: chance.in(0.7) ? ('code' as const) : ('paper' as const) }]
        // Some say why, some make it up, some simply do not come.
        if (chance.in(0.3)) return []
        const madeUp = chance.in(0.4) ? ('materials' as const) : null
        return [{ ...common, present: false, way: 'said' as const, absence: chance.pick(absences), made_up: madeUp }]
      }),
    )
  for (let from = 0; from < rows.length; from += 500)
    await deed.tx
      .insertInto('class_attendance')
      .values(rows.slice(from, from + 500))
      .execute()
}

/** Courses one can join: people nobody plays, then some of the cast by the room's own door, so that one of them is full and has a line. */
async function fill(
  deed: Deed,
  planned: PlannedCourse,
  courseId: string,
  learners: readonly Learner[],
  opened: Deed,
  chance: Chance,
): Promise<void> {
  const people: readonly { readonly id: string; readonly who: CastKey | null }[] = [
    ...chosen(learners, planned, chance).map(({ id }) => ({ id, who: null })),
    ...(named[planned.title['zh-CN']] ?? []).map((who) => ({ id: castId(deed.street.id, who), who })),
  ]
  let minute = 0
  for (const { id, who } of people) {
    minute += 90
    const moment = new Date(Math.min(opened.now.getTime() + minute * 60_000, deed.now.getTime() - 3_600_000))
    const base = actingAt(deed, who ?? 'chen', moment, chance)
    const actor = who === null && base.actor.kind === 'person' ? { ...base.actor, personId: id, posts: [] } : base.actor
    const at: Deed = { ...base, actor }
    const withChild = who === 'maoXia' && planned.children !== 'none'
    if (withChild) await give(at, id, 'guardianOfChild', consentTexts.guardianOfChild.version)
    await enrol(at, courseId, {
      speaks: who === 'chen' ? '洪湖话' : null,
      children: withChild ? [{ nickname: '圆圆', age: '6to8', collects: '妈妈或外婆' }] : [],
    })
  }
}

const named: Readonly<Record<string, readonly CastKey[]>> = {
  '印刷机日常保养（第二班）': ['zhou', 'chen'],
  手机上办事不求人: ['maoXia', 'auntHuang'],
  调解邻里小纠纷: ['liuFang'],
}

function chosen(learners: readonly Learner[], { learners: counts }: PlannedCourse, chance: Chance): readonly Learner[] {
  const of = (group: Learner['group'], count: number) => {
    const left = learners.filter((learner) => learner.group === group)
    return Array.from({ length: count }, () => left.splice(chance.below(left.length), 1)[0]!)
  }
  const [newcomers, locals] = [of('newcomer', counts.newcomer), of('local', counts.local)]
  // They enrol in turn, as people do.
  return [...newcomers, ...locals]
    .map((learner) => ({ learner, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ learner }) => learner)
}
