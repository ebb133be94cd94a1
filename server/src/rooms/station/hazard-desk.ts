import type { HazardAtDesk, HazardKind, listHazardsAtDesk, stepHazard } from '@ronghe/contract/station/hazards.ts'
import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
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
import { departmentNames, findDepartmentPost } from './departments.ts'
import { hazardDays, isOpen, openStates, stepHazardState, type HazardStep } from './hazard-lifecycle.ts'
import { addEvent, getHazard, near, toHazard, wordsOf, type HazardRow } from './hazards.ts'

type AtDesk = z.infer<typeof HazardAtDesk>
type Reader = { readonly kind: 'desk' } | { readonly kind: 'department'; readonly posts: readonly string[] }

/** The desk sees all; a department those that were sent to it. For anybody else there is no desk. */
function readerOf(deed: Deed): Reader {
  if (may(deed, 'station.hazards.work')) return { kind: 'desk' }
  if (may(deed, 'station.cases.department') && deed.actor.kind === 'person')
    return { kind: 'department', posts: deed.actor.posts.map(({ id }) => id) }
  throw forbidden(
    deed.actor.kind === 'person' && deed.actor.posts.length > 0 && !deed.actor.secondFactor ? 'second-factor-first' : 'not-permitted',
  )
}

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

/** Every step carries words everybody can read; checking fixes the reporter's words as they may be public. */
export async function step(deed: Deed, id: string, { step: kind, words, department }: BodyOf<typeof stepHazard>): Promise<AtDesk> {
  const reader = readerOf(deed)
  const row = await getHazard(deed, id, 'lock')
  if (reader.kind === 'department' && !reader.posts.includes(row.department_post ?? '')) throw notFound('hazard')
  if (reader.kind === 'department' && (kind === 'check' || kind === 'send')) throw refused('hazard-step')
  const state = stepHazardState(row.state, kind)
  if (!state) throw refused('hazard-step')
  if (kind !== 'send' && !words) throw unfit([{ path: 'words', code: 'hazard-words' }])
  const post = actingPost(deed, 'station.hazards.work', 'station.cases.department')?.id ?? null
  const sent = kind === 'send' ? await destination(deed, row, department ?? 'environment') : {}
  const next = await deed.tx
    .updateTable('hazard')
    .set({
      state,
      ...sent,
      ...(kind === 'check' ? { public_words: words } : {}),
      ...(isOpen(state) ? {} : { answer: words, ended_on: today(deed) }),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (state !== row.state) await addEvent(deed, id, events[kind], isOpen(state) ? '' : words, post)
  await record(deed, { kind: `station.hazard.${kebab[kind]}`, about: row.person_id, plain: { hazard: id, state } })
  if (next.department_post && kind === 'send')
    await notifyPost(deed, next.department_post, { template: 'hazard-sent', link: '/desk/hazards' })
  if (row.person_id && !isOpen(state)) await notify(deed, row.person_id, { template: 'hazard-answered', link: `/hazards/${id}` })
  return toAtDesk(deed, next, reader)
}

const events = { check: 'checked', send: 'sent', fix: 'fixed', notFound: 'notFound', refer: 'referred' } as const
const kebab = { check: 'checked', send: 'sent', fix: 'fixed', notFound: 'not-found', refer: 'referred' } as const

/** Never without somebody who has it. */
async function destination(
  deed: Deed,
  row: HazardRow,
  department: string,
): Promise<{ department: string; department_post: string; due_on: string }> {
  const post = await findDepartmentPost(deed, department)
  if (!post) throw unfit([{ path: 'department', code: 'hazard-department' }])
  return {
    department,
    department_post: post,
    due_on: addWorkingDays(await calendarFor(deed), deed.now, hazardDays[row.kind as HazardKind]),
  }
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
  const steps = (['check', 'send', 'fix', 'notFound', 'refer'] satisfies HazardStep[]).filter(
    (kind) => stepHazardState(row.state, kind) !== undefined && (desk || (kind !== 'check' && kind !== 'send')),
  )
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
    may: [...steps, ...(desk && uncovered.length > 0 ? ['cover'] : [])],
  }
}
