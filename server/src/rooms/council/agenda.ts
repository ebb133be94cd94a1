import type { Agenda, AgendaItem, AgendaWhy } from '@ronghe/contract/council/agenda.ts'
import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { MotionState } from '@ronghe/contract/council/motion-states.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { may } from '../programme/acting-post.ts'
import { postNames, today } from '../programme/posts.ts'
import { buildAgenda, type PlacedMotion, type WaitingMotion } from './agenda-rules.ts'
import { cited, parametersOf } from './charter.ts'
import { asClerk, delegatesInOffice, heldIn } from './delegates.ts'
import { waitingStates } from './motion-lifecycle.ts'
import { addMotionEvent, changeMotion, getMotion, type MotionRow } from './motion-rows.ts'
import { stepped } from './motion-steps.ts'

type ItemRow = Selectable<Tables['agenda_item']>
type MeetingRow = Selectable<Tables['meeting']>

async function getMeeting(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<MeetingRow> {
  const query = deed.tx.selectFrom('meeting').selectAll().where('street_id', '=', deed.street.id).where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('meeting')
  return row
}

const itemsAt = (deed: Deed, meetingId: string) =>
  deed.tx
    .selectFrom('agenda_item')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')

/** Motions that could be taken up at a meeting: admitted or carried over, and a change of the charter only after its days of notice. */
async function waiting(deed: Deed, meeting: MeetingRow): Promise<MotionRow[]> {
  const { change } = await parametersOf(deed, meeting.council_id)
  const day = dayIn(deed.street.zone, meeting.starts_at)
  const rows = await deed.tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', meeting.council_id)
    .where('state', 'in', waitingStates)
    .orderBy('filed_on')
    .orderBy('number')
    .execute()
  return rows.filter(({ kind, filed_on }) => kind !== 'charter' || addDays(filed_on!, change.noticeDays) <= day)
}

const toWaiting = (row: MotionRow): WaitingMotion => ({
  id: row.id,
  bench: row.bench as Bench | null,
  filedOn: row.filed_on!,
  number: row.number!,
  meetingsWaited: row.meetings_waited,
  carriedOver: row.state === 'postponed',
})

/** The bench of the last motion on the agenda before, so that the other one begins. */
async function lastBench(deed: Deed, meeting: MeetingRow): Promise<Bench | null> {
  const row = await deed.tx
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) => join.onRef('meeting.street_id', '=', 'item.street_id').onRef('meeting.id', '=', 'item.meeting_id'))
    .select('item.bench')
    .where('item.street_id', '=', deed.street.id)
    .where('meeting.council_id', '=', meeting.council_id)
    .where('meeting.starts_at', '<', meeting.starts_at)
    .where('meeting.kind', '<>', 'practice')
    .where('item.bench', 'is not', null)
    .orderBy('meeting.starts_at', 'desc')
    .orderBy('item.position', 'desc')
    .executeTakeFirst()
  return (row?.bench as Bench | undefined) ?? null
}

async function order(deed: Deed, meeting: MeetingRow, places: number): Promise<{ placed: PlacedMotion[]; rows: MotionRow[] }> {
  const { meetings } = await parametersOf(deed, meeting.council_id)
  const rows = await waiting(deed, meeting)
  const placed = buildAgenda(rows.map(toWaiting), {
    places,
    mostMeetingsWaiting: meetings.mostMeetingsWaiting,
    lastBench: await lastBench(deed, meeting),
  })
  return { placed, rows }
}

/** Builds the agenda anew by the rule; what the chair had moved is in its place again. Reports already entered stay, after the motions. */
export async function proposeAgenda(deed: Deed, meetingId: string, { motions }: { readonly motions: number }): Promise<void> {
  const meeting = await getMeeting(deed, meetingId, 'lock')
  asClerk(deed, meeting.council_id)
  await refuseTooLate(deed, meeting)
  const reports = (await itemsAt(deed, meetingId).execute()).filter(({ kind }) => kind === 'report' || kind === 'practice')
  await takeOff(deed, meetingId)
  await deed.tx.deleteFrom('agenda').where('street_id', '=', deed.street.id).where('meeting_id', '=', meetingId).execute()
  await deed.tx
    .insertInto('agenda')
    .values({ street_id: deed.street.id, meeting_id: meetingId, state: 'proposed', proposed_at: deed.now })
    .execute()
  const items: Omit<ItemRow, 'street_id' | 'id' | 'meeting_id' | 'position' | 'moved_from' | 'moved_because' | 'moved_by_post'>[] = []
  if (meeting.kind !== 'practice') {
    for (const row of await appeals(deed, meeting))
      items.push({ kind: 'appeal', motion_id: row.id, title: row.title, bench: null, why: { rule: 'appeal' } })
    for (const { id: before, number } of await minutesToApprove(deed, meeting))
      items.push({
        kind: 'minutes',
        motion_id: null,
        bench: null,
        why: { rule: 'minutes', meetingId: before },
        title: { 'zh-CN': `通过第${number}次会议的记录`, en: `Approve the minutes of meeting ${number}` } satisfies Text,
      })
    const { placed, rows } = await order(deed, meeting, motions)
    for (const { motion, why } of placed)
      items.push({ kind: 'motion', motion_id: motion.id, title: rows.find(({ id }) => id === motion.id)!.title, bench: motion.bench, why })
  }
  for (const { kind, title, why } of reports) items.push({ kind, motion_id: null, title, bench: null, why })
  if (items.length > 0)
    await deed.tx
      .insertInto('agenda_item')
      .values(
        items.map((item, index) => ({
          ...item,
          street_id: deed.street.id,
          id: deed.id(),
          meeting_id: meetingId,
          position: index + 1,
          title: JSON.stringify(item.title),
          why: JSON.stringify(item.why),
        })),
      )
      .execute()
  await record(deed, { kind: 'council.agenda.proposed', plain: { meeting: meetingId, items: items.length } })
}

async function appeals(deed: Deed, meeting: MeetingRow): Promise<MotionRow[]> {
  return deed.tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', meeting.council_id)
    .where('state', '=', 'returned')
    .where('appealed_on', 'is not', null)
    .where('appeal_outcome', 'is', null)
    .orderBy('appealed_on')
    .orderBy('number')
    .execute()
}

/** Every draft that waits, the oldest first: one that a meeting did not approve comes before the next meeting again. */
async function minutesToApprove(deed: Deed, meeting: MeetingRow) {
  return deed.tx
    .selectFrom('meeting')
    .select(['id', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', meeting.council_id)
    .where('kind', '<>', 'practice')
    .where('state', 'in', ['closed', 'minutesDraft'])
    .where('starts_at', '<', meeting.starts_at)
    .orderBy('starts_at')
    .execute()
}

/** Something that is heard; in a practice meeting an invented item to debate. */
export async function addReport(deed: Deed, meetingId: string, title: Text): Promise<void> {
  const meeting = await getMeeting(deed, meetingId, 'lock')
  asClerk(deed, meeting.council_id)
  await refuseTooLate(deed, meeting)
  if (!(await findAgenda(deed, meetingId))) await proposeAgenda(deed, meetingId, { motions: 8 })
  const items = await itemsAt(deed, meetingId).execute()
  const kind = meeting.kind === 'practice' ? 'practice' : 'report'
  await deed.tx
    .insertInto('agenda_item')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      meeting_id: meetingId,
      position: items.length + 1,
      kind,
      title: JSON.stringify(title),
      why: JSON.stringify({ rule: kind }),
    })
    .execute()
  await record(deed, { kind: 'council.agenda.report-added', plain: { meeting: meetingId } })
}

/** The chair may move an item; the reason is printed beside it. */
export async function moveItem(
  deed: Deed,
  meetingId: string,
  itemId: string,
  { position, because }: { readonly position: number; readonly because: string },
): Promise<void> {
  const meeting = await getMeeting(deed, meetingId, 'lock')
  const post = heldIn(deed, meeting.council_id, 'chair')
  if (!post) throw forbidden('council-not-chair')
  await refuseTooLate(deed, meeting)
  const items = await itemsAt(deed, meetingId).execute()
  const item = items.find(({ id }) => id === itemId)
  if (!item) throw notFound('agenda-item')
  // An appeal is the first thing a meeting decides; nothing is put before it (article on filing).
  if (item.kind === 'appeal' || position <= items.filter(({ kind }) => kind === 'appeal').length)
    throw refused('agenda-appeal-first', await cited(deed, meeting.council_id, 'filing'))
  const others = items.filter(({ id }) => id !== itemId)
  const place = Math.min(position, items.length)
  if (place === item.position) return
  const ordered = [...others.slice(0, place - 1), item, ...others.slice(place - 1)]
  for (const [index, one] of ordered.entries())
    await deed.tx
      .updateTable('agenda_item')
      .set({
        position: index + 1,
        ...(one.id === itemId ? { moved_from: item.moved_from ?? item.position, moved_because: because, moved_by_post: post.id } : {}),
      })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', one.id)
      .execute()
  await record(deed, { kind: 'council.agenda.moved', plain: { meeting: meetingId, item: itemId, from: item.position, to: place } })
}

/** Confirmed, it goes out to the delegates so many days ahead, and its motions are on the agenda. Later only with a reason that is printed. */
export async function confirmAgenda(deed: Deed, meetingId: string, lateReason: string | null): Promise<void> {
  const meeting = await getMeeting(deed, meetingId, 'lock')
  const post = asClerk(deed, meeting.council_id)
  await refuseTooLate(deed, meeting)
  const agenda = await findAgenda(deed, meetingId)
  if (!agenda) throw refused('agenda-not-proposed', await cited(deed, meeting.council_id, 'meetings'))
  const { filing } = await parametersOf(deed, meeting.council_id)
  if (meeting.kind !== 'practice' && today(deed) > sendBy(deed, meeting, filing.sentAheadDays) && !lateReason)
    throw refused(
      'agenda-late',
      await cited(deed, meeting.council_id, 'filing', { params: { days: filing.sentAheadDays }, instead: 'agenda-late-reason' }),
    )
  for (const { kind, motion_id } of await itemsAt(deed, meetingId).execute()) {
    if (kind !== 'motion' || !motion_id) continue
    const motion = await getMotion(deed, motion_id, 'lock')
    // Sent out once already: it is on this agenda.
    if (motion.state === 'onAgenda' && motion.meeting_id === meetingId) continue
    // Withdrawn, or taken by another meeting, since the agenda was proposed: it has to be made anew.
    await changeMotion(deed, motion_id, { state: await stepped(deed, motion, 'schedule'), meeting_id: meetingId })
    await addMotionEvent(deed, motion_id, { kind: 'schedule', byPost: post.id, meetingId })
  }
  await deed.tx
    .updateTable('agenda')
    .set({ state: 'confirmed', confirmed_at: deed.now, confirmed_by_post: post.id, late_reason: lateReason })
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .execute()
  await record(deed, { kind: 'council.agenda.confirmed', plain: { meeting: meetingId } })
  for (const { personId } of await delegatesInOffice(deed, meeting.council_id))
    await notify(deed, personId, { template: 'council-agenda-sent', link: `/council/meetings/${meetingId}/agenda` })
}

/**
 * When a meeting closes: what was begun is carried over to the next one, what was not reached waits on, and everything that could have been
 * taken up and was not has waited one meeting more.
 */
export async function carryOver(deed: Deed, meetingId: string): Promise<void> {
  const meeting = await getMeeting(deed, meetingId)
  if (meeting.kind === 'practice') return
  const { tx, street } = deed
  const left = await tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', ['onAgenda', 'moved', 'seconded', 'debated', 'putToVote'])
    .forUpdate()
    .execute()
  for (const row of left) {
    const begun = row.state !== 'onAgenda'
    await changeMotion(deed, row.id, { state: begun ? 'postponed' : await stateBefore(deed, row.id) })
    await addMotionEvent(deed, row.id, { kind: begun ? 'postpone' : 'unschedule', meetingId })
  }
  await tx
    .updateTable('motion')
    .set({ meetings_waited: sql<number>`meetings_waited + 1` })
    .where('street_id', '=', street.id)
    .where('council_id', '=', meeting.council_id)
    .where('state', 'in', waitingStates)
    .where('filed_on', '<=', dayIn(street.zone, meeting.starts_at))
    .execute()
  await record(deed, { kind: 'council.agenda.carried-over', plain: { meeting: meetingId, motions: left.length } })
}

const sendBy = (deed: Deed, meeting: MeetingRow, days: number): string => addDays(dayIn(deed.street.zone, meeting.starts_at), -days)

async function refuseTooLate(deed: Deed, meeting: MeetingRow): Promise<void> {
  if (meeting.state !== 'planned' && meeting.state !== 'notified')
    throw refused('agenda-meeting-begun', await cited(deed, meeting.council_id, 'meetings'))
}

/** Motions of an agenda that is made anew, or of a meeting that will not be, wait again. */
export async function takeOff(deed: Deed, meetingId: string): Promise<void> {
  const on = await deed.tx
    .selectFrom('motion')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'onAgenda')
    .execute()
  for (const { id } of on) {
    await changeMotion(deed, id, { state: await stateBefore(deed, id), meeting_id: null })
    await addMotionEvent(deed, id, { kind: 'unschedule', meetingId })
  }
}

/** What a motion was before it came on this agenda: what was postponed once is carried over until a meeting takes it up. */
async function stateBefore(deed: Deed, motionId: string): Promise<MotionState> {
  const last = await deed.tx
    .selectFrom('motion_event')
    .select('kind')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .where('kind', 'in', ['postpone', 'postponed', 'overridden', 'refer'])
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  if (!last) return 'admitted'
  return last.kind === 'refer' ? 'referred' : 'postponed'
}

const findAgenda = (deed: Deed, meetingId: string) =>
  deed.tx.selectFrom('agenda').selectAll().where('street_id', '=', deed.street.id).where('meeting_id', '=', meetingId).executeTakeFirst()

/** The agenda as it is shown and printed. Until it is confirmed only clerk and chair see it. */
export async function readAgenda(deed: Deed, meetingId: string): Promise<Agenda> {
  const meeting = await getMeeting(deed, meetingId)
  const parameters = await parametersOf(deed, meeting.council_id)
  const clerk = heldIn(deed, meeting.council_id, 'councilClerk') !== undefined && may(deed, 'council.clerk')
  const chair = heldIn(deed, meeting.council_id, 'chair') !== undefined
  const agenda = await findAgenda(deed, meetingId)
  const shown = agenda !== undefined && (agenda.state === 'confirmed' || clerk || chair)
  const rows = shown ? await itemsAt(deed, meetingId).execute() : []
  const open = meeting.state === 'planned' || meeting.state === 'notified'
  const rest =
    clerk && open ? (await order(deed, meeting, 1000)).placed.filter(({ motion }) => !rows.some((row) => row.motion_id === motion.id)) : []
  const motions = await motionsOf(deed, [...rows.flatMap(({ motion_id }) => motion_id ?? []), ...rest.map(({ motion }) => motion.id)])
  const names = await postNames(
    deed,
    rows.flatMap(({ moved_by_post }) => moved_by_post ?? []),
  )
  const counted = (bench: Bench | null): number => rows.filter((row) => row.kind === 'motion' && row.bench === bench).length
  return {
    meetingId,
    councilId: meeting.council_id,
    startsAt: meeting.starts_at.toISOString(),
    place: meeting.place,
    number: meeting.number,
    state: shown ? agenda.state : 'none',
    confirmedAt: shown ? (agenda.confirmed_at?.toISOString() ?? null) : null,
    sendBy: sendBy(deed, meeting, parameters.filing.sentAheadDays),
    lateReason: shown ? agenda.late_reason : null,
    items: rows.map((row) => toItem(row, motions, (id) => names.get(id)?.post ?? null)),
    parity: { newcomers: counted('newcomers'), locals: counted('locals'), neither: counted(null) },
    waiting: rest.map(({ motion }) => {
      const row = motions.get(motion.id)!
      return {
        id: row.id,
        title: row.title,
        bench: row.bench as Bench | null,
        number: numberOf(row),
        filedOn: row.filed_on,
        meetingsWaited: row.meetings_waited,
      }
    }),
    may: [
      ...(clerk && open ? (['propose', 'addReport'] as const) : []),
      ...(clerk && open && agenda?.state === 'proposed' ? (['confirm'] as const) : []),
      ...(chair && open && agenda ? (['moveItem'] as const) : []),
    ],
  }
}

async function motionsOf(deed: Deed, ids: readonly string[]): Promise<ReadonlyMap<string, MotionRow>> {
  if (ids.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('motion')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const numberOf = ({ year, number }: MotionRow) => (number === null ? null : { year: year!, number })

const toItem = (row: ItemRow, motions: ReadonlyMap<string, MotionRow>, postName: (id: string) => Text | null): AgendaItem => {
  const motion = row.motion_id ? motions.get(row.motion_id) : undefined
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    title: row.title,
    bench: row.bench as Bench | null,
    why: row.why as AgendaWhy,
    moved:
      row.moved_from === null
        ? null
        : { from: row.moved_from, because: row.moved_because ?? '', by: row.moved_by_post ? postName(row.moved_by_post) : null },
    motion: motion
      ? {
          id: motion.id,
          number: numberOf(motion),
          kind: motion.kind,
          state: motion.state,
          ground: motion.ground,
          summary: motion.summary,
          meetingsWaited: motion.meetings_waited,
        }
      : null,
  }
}

/** For the floor: the items of a meeting in order. */
export const agendaItems = async (deed: Deed, meetingId: string): Promise<readonly AgendaItem[]> => {
  const rows = await itemsAt(deed, meetingId).execute()
  const motions = await motionsOf(
    deed,
    rows.flatMap(({ motion_id }) => motion_id ?? []),
  )
  return rows.map((row) => toItem(row, motions, () => null))
}
