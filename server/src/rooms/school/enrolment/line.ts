import {
  aheadOf,
  capacityOf,
  decide,
  dueAt,
  openList,
  takenOf,
  type Entry,
  type ListCommand,
  type ListEvent,
  type OfferRules,
  type WaitingList,
} from '@ronghe/waitlist'
import type { EnrolmentState } from '@ronghe/contract/school/courses.ts'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refused } from '../../../platform/http/problems.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { settingsOf } from '../../../platform/settings/settings.ts'
import { courseLink, isHeld, sessionsOf, type CourseRow } from '../courses/course-rows.ts'
import { attendAll, attendNone } from './class-times.ts'

export type EnrolmentRow = Selectable<Tables['enrolment']>

/** Every place of a course is alike. */
const kind = 'seat'

/** The course's waiting list, as the package knows it. */
export function toList({ seats, minimum, next_turn, state }: CourseRow, startsAt: Date, rows: readonly EnrolmentRow[]): WaitingList {
  return {
    ...openList([{ kind, count: seats }], minimum, startsAt),
    nextTurn: next_turn,
    cancelled: state === 'cancelled',
    entries: rows.map(toEntry),
  }
}

const toEntry = (row: EnrolmentRow): Entry => ({
  id: row.id,
  who: row.person_id,
  fits: [kind],
  turn: row.turn,
  state: row.state as EnrolmentState,
  kind: row.state === 'placed' || row.state === 'offered' ? kind : null,
  until: row.offered_until,
  askedBefore: row.asked_before,
})

export const enrolmentsOf = (deed: Deed, courseId: string): Promise<EnrolmentRow[]> =>
  deed.tx
    .selectFrom('enrolment')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('course_id', '=', courseId)
    .orderBy('turn')
    .orderBy('id')
    .execute()

/** When the first class is; a course without one takes nobody. */
export async function firstClass(deed: Deed, courseId: string): Promise<Date | undefined> {
  return (await sessionsOf(deed, [courseId])).find(isHeld)?.starts_at
}

/** The street's hours for an offer: the same for a shift and a course (08). */
async function offerRules(deed: Deed): Promise<OfferRules> {
  const { volunteers, messages } = await settingsOf(deed, ['volunteers', 'messages'])
  return {
    hours: volunteers.offerHours,
    soonWithinHours: 48,
    soonHours: volunteers.offerSoonHours,
    dayMinutes: volunteers.offerTodayMinutes,
    quietFrom: messages.quietFrom,
    quietTo: messages.quietTo,
  }
}

/** What a new entry needs besides its turn. */
export interface NewEntry {
  readonly id: string
  readonly personId: string
  readonly approval: 'none' | 'pending'
  readonly speaks: string | null
  readonly channel: 'phone' | 'desk' | 'paper'
  readonly enteredByPost: string | null
}

/**
 * Carries out a command on the line of a course that is locked, and whatever follows from it: places, offers with their end, messages. There is
 * no other way to a place.
 */
export async function command(deed: Deed, course: CourseRow, wanted: ListCommand, entry?: NewEntry): Promise<WaitingList> {
  const startsAt = await firstClass(deed, course.id)
  if (!startsAt) throw refused('course-no-sessions')
  const rows = await enrolmentsOf(deed, course.id)
  const circumstances = { now: deed.now, rules: await offerRules(deed), zone: deed.street.zone }
  const decided = decide(toList(course, startsAt, rows), wanted, circumstances)
  if (decided.kind === 'refused') throw refused(`course-${decided.code}`)
  await keep(deed, course, rows, decided.list, entry)
  for (const event of decided.events) await follow(deed, course, decided.list, event, wanted)
  const due = dueAt(decided.list, circumstances)
  if (due) await deed.platform.jobs.send(deed, 'school.line', { course: course.id }, { after: due })
  return decided.list
}

/** Writes what changed; the package says what is, the rows hold it. */
async function keep(deed: Deed, course: CourseRow, before: readonly EnrolmentRow[], list: WaitingList, fresh?: NewEntry): Promise<void> {
  const known = new Map(before.map((row) => [row.id, row]))
  for (const { id, who, turn, state, until, askedBefore } of list.entries) {
    const row = known.get(id)
    if (!row)
      await deed.tx
        .insertInto('enrolment')
        .values({
          street_id: deed.street.id,
          id,
          course_id: course.id,
          person_id: who,
          turn,
          state,
          offered_until: until,
          asked_before: askedBefore,
          approval: fresh!.approval,
          speaks: fresh!.speaks,
          channel: fresh!.channel,
          entered_by_post: fresh!.enteredByPost,
          enrolled_at: deed.now,
        })
        .execute()
    else if (row.turn !== turn || row.state !== state || row.offered_until?.getTime() !== until?.getTime())
      await deed.tx
        .updateTable('enrolment')
        .set({ turn, state, offered_until: until, asked_before: askedBefore })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', id)
        .execute()
  }
  if (list.nextTurn !== course.next_turn)
    await deed.tx
      .updateTable('course')
      .set({ next_turn: list.nextTurn })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', course.id)
      .execute()
}

async function follow(deed: Deed, course: CourseRow, list: WaitingList, event: ListEvent, by: ListCommand): Promise<void> {
  if (event.kind === 'capacityChanged' || event.kind === 'cancelled' || event.kind === 'signedUp') return
  const personId = list.entries.find(({ id }) => id === event.entry)!.who
  const tell = (template: string) => notify(deed, personId, { template, link: courseLink(course.id) })
  switch (event.kind) {
    case 'placed':
      await attendAll(deed, course, personId)
      // Whoever accepts knows; whoever was entered at the desk is told.
      if (by.kind !== 'accept') await tell('course-placed')
      return
    case 'offered':
      await tell('course-offered')
      return
    case 'expired':
      await tell(event.again ? 'course-offer-again' : 'course-offer-over')
      return
    case 'left':
    case 'declined':
      await attendNone(deed, course.id, personId)
      await dropChildren(deed, [event.entry])
  }
}

/** What the guardian held is not needed any more. */
export async function dropChildren(deed: Deed, enrolmentIds: readonly string[]): Promise<void> {
  if (enrolmentIds.length === 0) return
  await deed.tx
    .deleteFrom('enrolled_child')
    .where('street_id', '=', deed.street.id)
    .where('enrolment_id', 'in', [...enrolmentIds])
    .execute()
}

/** What is free, how many wait, and how many stand before an entry: capacity, shown to everybody (08, Figures). */
export const lineOf = (list: WaitingList) => ({
  placesLeft: Math.max(0, capacityOf(list) - takenOf(list)),
  waiting: list.entries.filter(({ state }) => state === 'waiting').length,
  placed: list.entries.filter(({ state }) => state === 'placed').length,
  ahead: (entryId: string): number | null => {
    const entry = list.entries.find(({ id }) => id === entryId)
    return entry?.state === 'waiting' ? aheadOf(list, entry) : null
  },
})

export const placedCount = async (deed: Deed, courseId: string): Promise<number> =>
  (await enrolmentsOf(deed, courseId)).filter(({ state }) => state === 'placed').length
