import type { TicketAtDesk } from '@ronghe/contract/station/counter.ts'
import { sql } from 'kysely'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { today } from '../programme/posts.ts'
import { findCase } from './case-records.ts'
import { allWindows, busyTicket, findWindow, getWindow, isMine, toTickets, type WindowRow } from './counter.ts'
import { newRatingCode } from './rating-codes.ts'
import { ticketLabel, type TicketStep } from './ticket-lifecycle.ts'
import { getTicket, step, type TicketRow } from './tickets.ts'

export const soonJob = 'station.tickets-soon'

/** The line in the order it will be called, with what is served or held now. */
export async function listQueue(deed: Deed, windowId?: string): Promise<{ items: TicketAtDesk[]; waiting: number }> {
  const window = windowId ? await findWindow(deed, windowId) : undefined
  if (windowId && !window) throw notFound('window')
  const rows = await deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('day', '=', today(deed))
    .where('state', 'in', ['waiting', 'called', 'serving', 'held'])
    .orderBy('line_at')
    .orderBy('appointment_at', (order) => order.asc().nullsLast())
    .orderBy('number')
    .execute()
  const serves = (row: TicketRow) =>
    !window ||
    row.window_id === window.id ||
    row.for_window === window.id ||
    window.services.length === 0 ||
    row.services.length === 0 ||
    row.services.some((key) => window.services.includes(key))
  const shown = rows.filter(serves)
  // No names in the line: they are opened one at a time, when somebody is called.
  return { items: await toTickets(deed, shown, new Set()), waiting: shown.filter(({ state }) => state === 'waiting').length }
}

/**
 * Calls who is next for this window. The window's lock lets one clerk call once at a time; `skip locked` lets two windows call at the same
 * moment without waiting and without ever getting the same ticket. Nobody is stranded: a dialect nobody speaks today, a service no open
 * window has, and a window that closed meanwhile no longer hold a ticket back.
 */
export async function callNext(deed: Deed, windowId: string): Promise<{ ticket: TicketAtDesk | null }> {
  const window = await getOwnWindow(deed, windowId)
  const busy = await busyTicket(deed, window.id)
  if (busy) throw refused('window-serving', { params: { label: ticketLabel(busy.number) } })
  const id = await findNext(deed, window)
  if (!id) return { ticket: null }
  const row = await getTicket(deed, id)
  const called = await step(deed, row, 'call', {
    window_id: window.id,
    for_window: null,
    calls: row.calls + 1,
    called_at: deed.now,
    served_post: window.post_id,
  })
  await deed.platform.jobs.send(deed, soonJob, {})
  return { ticket: await describeOpened(deed, called) }
}

async function findNext(deed: Deed, window: WindowRow): Promise<string | undefined> {
  const covered = (await allWindows(deed)).filter((other) => other.state === 'lunch' && other.covered_by === window.id)
  const mine = [window.id, ...covered.map(({ id }) => id)]
  const all = window.services.length === 0 || covered.some(({ services }) => services.length === 0)
  const services = all ? [] : [...new Set([...window.services, ...covered.flatMap((other) => other.services)])]
  const { rows } = await sql<{ id: string }>`
    select ticket.id from ticket
    where ticket.street_id = ${deed.street.id}::uuid and ticket.day = ${today(deed)}::date and ticket.state = 'waiting'
      and (ticket.for_window is null or ticket.for_window = any(${mine}::uuid[]) or not exists (
        select 1 from service_window w where w.street_id = ticket.street_id and w.id = ticket.for_window
          and (w.state = 'open' or (w.state = 'lunch' and w.covered_by is not null))))
      and (ticket.for_window = any(${mine}::uuid[]) is true or cardinality(ticket.services) = 0 or ${all} or ticket.services && ${services}::text[] or not exists (
        select 1 from service_window w where w.street_id = ticket.street_id and w.state = 'open' and w.retired_at is null
          and (cardinality(w.services) = 0 or w.services && ticket.services)))
      and (ticket.for_window = any(${mine}::uuid[]) is true or ticket.speaks is null or ticket.speaks = any(${window.languages}::text[]) or not exists (
        select 1 from service_window w where w.street_id = ticket.street_id and w.state = 'open' and ticket.speaks = any(w.languages)))
    order by (ticket.for_window = any(${mine}::uuid[])) is true desc, ticket.line_at, ticket.appointment_at nulls last, ticket.number
    limit 1
    for no key update of ticket skip locked`.execute(deed.tx)
  return rows[0]?.id
}

/** What may be done with a ticket that stands at one's own window. */
export async function stepAtWindow(
  deed: Deed,
  ticketId: string,
  kind: Exclude<TicketStep, 'call' | 'return' | 'transfer' | 'finish' | 'leave'>,
): Promise<TicketAtDesk> {
  const row = await getOwnTicket(deed, ticketId)
  return describe(deed, await step(deed, row, kind, kind === 'recall' ? { calls: row.calls + 1, called_at: deed.now } : {}))
}

/** Back to the window that held it, next in line; who was called and not there has the old place again. */
export async function comeBack(deed: Deed, ticketId: string): Promise<TicketAtDesk> {
  const row = await getTicket(deed, ticketId)
  return describe(
    deed,
    await step(deed, row, 'return', { for_window: row.state === 'held' ? row.window_id : null, window_id: null, ended_at: null }),
  )
}

export async function transfer(deed: Deed, ticketId: string, windowId: string): Promise<TicketAtDesk> {
  const row = await getOwnTicket(deed, ticketId)
  const target = await findWindow(deed, windowId)
  if (!target) throw notFound('window')
  if (target.id === row.window_id) throw refused('window-same')
  return describe(deed, await step(deed, row, 'transfer', { for_window: target.id, window_id: null }))
}

export async function finish(deed: Deed, ticketId: string): Promise<{ ticket: TicketAtDesk; ratingCode: string }> {
  const row = await getOwnTicket(deed, ticketId)
  const done = await step(deed, row, 'finish')
  return { ticket: await describe(deed, done), ratingCode: (await newRatingCode(deed, { ticketId })).code }
}

export async function linkCase(deed: Deed, ticketId: string, caseId: string): Promise<TicketAtDesk> {
  const row = await getOwnTicket(deed, ticketId)
  const linked = await findCase(deed, caseId)
  if (!linked) throw notFound('case')
  await deed.tx
    .insertInto('case_visit')
    .values({ street_id: deed.street.id, case_id: caseId, ticket_id: ticketId, day: row.day })
    .onConflict((conflict) => conflict.columns(['street_id', 'case_id', 'ticket_id']).doNothing())
    .execute()
  await record(deed, { kind: 'station.ticket.case-linked', about: linked.person_id, plain: { ticket: ticketId, case: caseId } })
  return describe(deed, row)
}

async function getOwnWindow(deed: Deed, id: string): Promise<WindowRow> {
  const window = await getWindow(deed, id)
  if (!isMine(deed, window)) throw refused('window-not-mine')
  return window
}

/** A ticket that was called to my window; a colleague's is the colleague's. */
async function getOwnTicket(deed: Deed, id: string): Promise<TicketRow> {
  const row = await getTicket(deed, id)
  const window = row.window_id ? await findWindow(deed, row.window_id) : undefined
  if (!window || !isMine(deed, window)) throw refused('ticket-not-mine', { params: { label: ticketLabel(row.number) } })
  return row
}

async function describe(deed: Deed, row: TicketRow): Promise<TicketAtDesk> {
  return (await toTickets(deed, [row], new Set()))[0]!
}

/** The covered name comes with the call, and that it was shown is kept. */
async function describeOpened(deed: Deed, row: TicketRow): Promise<TicketAtDesk> {
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'counter',
      subject: { kind: 'ticket', id: row.id },
      permission: 'station.counter.serve',
    })
  return (await toTickets(deed, [row], new Set([row.id])))[0]!
}
