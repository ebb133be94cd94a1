import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { DepartmentKey } from '@ronghe/contract/programme/departments.ts'
import type { HazardAtDesk, HazardKind, HazardOnDesk, listHazardsAtDesk, stepHazard } from '@ronghe/contract/station/hazards.ts'
import { hazardSteps } from '@ronghe/contract/station/hazards.ts'
import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { actingPost, may } from '../programme/acting-post.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { departmentNames, findDepartmentPost, heldDepartments } from './departments.ts'
import { hazardDays, isOpen, openStates, stepHazardState, usualDepartment, type HazardStep } from './hazard-lifecycle.ts'
import { tellHazard } from './hazard-news.ts'
import { addEvent, getHazard, near, toHazard, wordsOf, type HazardRow } from './hazards.ts'

type AtDesk = z.infer<typeof HazardAtDesk>
type OnDesk = z.infer<typeof HazardOnDesk>
type Reader = { readonly kind: 'desk' } | { readonly kind: 'department'; readonly posts: readonly string[] }
type DeskStep = (typeof hazardSteps)[number]

/** The desk sees all; a department those that were sent to it. For anybody else there is no desk. */
function readerOf(deed: Deed): Reader {
  if (may(deed, 'station.hazards.work')) return { kind: 'desk' }
  if (may(deed, 'station.cases.department') && deed.actor.kind === 'person')
    return { kind: 'department', posts: deed.actor.posts.map(({ id }) => id) }
  throw forbidden(
    deed.actor.kind === 'person' && deed.actor.posts.length > 0 && !deed.actor.secondFactor ? 'second-factor-first' : 'not-permitted',
  )
}

const sees = (reader: Reader, row: HazardRow): boolean => reader.kind === 'desk' || reader.posts.includes(row.department_post ?? '')
/** What the desk looks at is the desk's to check and to send; what was sent is in the department's hands as well. */
const isFor = (reader: Reader, step: DeskStep): boolean => reader.kind === 'desk' || (step !== 'check' && step !== 'send')

export async function listAtDesk(
  deed: Deed,
  { limit, after, open }: QueryOf<typeof listHazardsAtDesk>,
): Promise<ReplyOf<typeof listHazardsAtDesk>> {
  const reader = readerOf(deed)
  const from = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('hazard')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', open === 'yes' ? 'in' : 'not in', openStates)
    .$if(reader.kind === 'department', (query) =>
      query.where('department_post', 'in', reader.kind === 'department' ? [...reader.posts] : []),
    )
    .$if(from !== undefined, (query) => query.where(sql<boolean>`(reported_on, id) < (${from![0]}::date, ${from![1]}::uuid)`))
    .orderBy('reported_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageFrom(
    rows,
    limit,
    ({ reported_on, id }) => toCursor(reported_on, id),
    (row) => row,
  )
  const items: AtDesk[] = []
  for (const row of page.items) items.push(await toAtDesk(deed, row, reader))
  return { items, next: page.next }
}

export async function readAtDesk(deed: Deed, id: string): Promise<OnDesk> {
  const reader = readerOf(deed)
  const row = await getHazard(deed, id, 'look')
  if (!sees(reader, row)) throw notFound('hazard')
  const held = await heldDepartments(deed)
  const usual = usualDepartment(row.kind as HazardKind, held)
  const names = await departmentNames(deed)
  return {
    ...(await toAtDesk(deed, row, reader)),
    departmentKey: row.department,
    departments: held.map((key) => ({ key, name: names(key), usual: key === usual })),
  }
}

/** Every step carries words everybody can read; checking fixes the reporter's words as they may be public. */
export async function step(deed: Deed, id: string, { step: kind, words, department }: BodyOf<typeof stepHazard>): Promise<AtDesk> {
  const reader = readerOf(deed)
  const row = await getHazard(deed, id, 'lock')
  if (!sees(reader, row)) throw notFound('hazard')
  const state = stepHazardState(row.state, kind)
  if (!state || !isFor(reader, kind)) throw refused('hazard-step')
  if (kind !== 'send' && !words) throw unfit([{ path: 'words', code: 'hazard-words' }])
  const post = actingPost(deed, 'station.hazards.work', 'station.cases.department')?.id ?? null
  const goesTo: Partial<Sending> =
    kind === 'send' ? await sentTo(deed, row, department) : kind === 'transfer' ? await givenTo(deed, row, department) : {}
  const next = await deed.tx
    .updateTable('hazard')
    .set({
      state,
      ...goesTo,
      ...(kind === 'check' ? { public_words: words } : {}),
      ...(isOpen(state) ? {} : { answer: words, ended_on: today(deed) }),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (state !== row.state || kind === 'transfer')
    await addEvent(deed, id, {
      kind: events[kind],
      words: isOpen(state) && kind !== 'transfer' ? '' : words,
      byPost: post,
      department: goesTo.department ?? null,
    })
  await tellHazard(deed, next)
  await record(deed, { kind: `station.hazard.${kebab[kind]}`, about: row.person_id, plain: { hazard: id, state } })
  if (goesTo.department_post) await notifyPost(deed, goesTo.department_post, { template: 'hazard-sent', link: `/desk/hazards/${id}` })
  if (row.person_id && !isOpen(state)) await notify(deed, row.person_id, { template: 'hazard-answered', link: `/hazards/${id}` })
  return toAtDesk(deed, next, reader)
}

const events = { check: 'checked', send: 'sent', transfer: 'transferred', fix: 'fixed', notFound: 'notFound', refer: 'referred' } as const
const kebab = { ...events, notFound: 'not-found' } as const

interface Destination {
  readonly department: DepartmentKey
  readonly department_post: string
}
interface Sending extends Destination {
  readonly clock_from: string
  readonly due_on: string
  readonly escalated: number
}

/** To the department for its kind unless the desk knows better; the time to put it right begins. */
async function sentTo(deed: Deed, row: HazardRow, wanted: DepartmentKey | undefined): Promise<Sending> {
  const key = wanted ?? usualDepartment(row.kind as HazardKind, await heldDepartments(deed))
  return {
    ...(await destination(deed, key)),
    clock_from: today(deed),
    due_on: addWorkingDays(await calendarFor(deed), deed.now, hazardDays[row.kind as HazardKind]),
    escalated: 0,
  }
}

/** The promise that was made stays: whoever gets it has what is left of the time. */
async function givenTo(deed: Deed, row: HazardRow, wanted: DepartmentKey | undefined): Promise<Destination> {
  if (wanted === undefined || wanted === row.department) throw unfit([{ path: 'department', code: 'hazard-another-department' }])
  return destination(deed, wanted)
}

/** Never without somebody who has it. */
async function destination(deed: Deed, key: DepartmentKey | undefined): Promise<Destination> {
  const post = key && (await findDepartmentPost(deed, key))
  if (!key || !post) throw unfit([{ path: 'department', code: 'hazard-department' }])
  return { department: key, department_post: post }
}

async function toAtDesk(deed: Deed, row: HazardRow, reader: Reader): Promise<AtDesk> {
  const hazard = await toHazard(deed, row)
  const uncovered = await deed.tx
    .selectFrom('hazard_photo')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('hazard_id', '=', row.id)
    .where('covered_by', 'is', null)
    .orderBy('id')
    .execute()
  const names = await departmentNames(deed)
  const desk = reader.kind === 'desk'
  // Whoever gave it away still sees what was done, and does no more with it.
  const steps = hazardSteps.filter((kind) => sees(reader, row) && isFor(reader, kind) && stepHazardState(row.state, kind) !== undefined)
  return {
    ...hazard,
    wordsAsSent: desk ? wordsOf(deed, row) : null,
    laneId: row.lane_id,
    department: row.department ? names(row.department) : null,
    uncovered: desk ? uncovered : [],
    late: isOpen(row.state) && row.due_on !== null && row.due_on < today(deed),
    similar: (await near(deed, row.kind, row.lane_id, row.community_id))
      .filter(({ id }) => id !== row.id && (row.lane_id !== null || row.community_id !== null))
      .map(({ id, number, state }) => ({ id, number, state })),
    may: [...(steps satisfies HazardStep[]), ...(desk && uncovered.length > 0 ? ['cover'] : [])],
  }
}
