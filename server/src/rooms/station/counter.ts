import type { addWindow, changeWindow, closeWindow, TicketAtDesk, Window } from '@ronghe/contract/station/counter.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Selectable } from 'kysely'
import { violated } from '../../platform/database/pool.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { maskName } from '../../platform/privacy/masking.ts'
import { findPersons } from '../people/persons.ts'
import { actingPost, may } from '../programme/acting-post.ts'
import { today } from '../programme/posts.ts'
import { checkServices, named, serviceNames } from './service-names.ts'
import { minutesIn, stepsOfTicket, ticketLabel, type Period, type TicketStep } from './ticket-lifecycle.ts'
import type { TicketRow } from './tickets.ts'

export type WindowRow = Selectable<Tables['service_window']>

export async function listWindows(deed: Deed): Promise<{ items: Window[] }> {
  const rows = await allWindows(deed)
  const tickets = await deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('day', '=', today(deed))
    .where('state', 'in', ['called', 'serving'])
    .execute()
  const mine = new Set(rows.filter((row) => isMine(deed, row)).map(({ id }) => id))
  const open = tickets.filter(({ window_id }) => window_id !== null && mine.has(window_id))
  // Names only at one's own window: the look was kept when the ticket was called.
  const shown = new Map((await toTickets(deed, tickets, new Set(open.map(({ id }) => id)))).map((ticket) => [ticket.id, ticket]))
  return {
    items: rows.map((row) => toWindow(deed, row, rows, shown.get(tickets.find(({ window_id }) => window_id === row.id)?.id ?? '') ?? null)),
  }
}

export async function add(deed: Deed, { number, name, services, model }: BodyOf<typeof addWindow>): Promise<Window> {
  await checkServices(deed, services)
  const id = deed.id()
  const row = await deed.tx
    .insertInto('service_window')
    .values({ street_id: deed.street.id, id, number, name: JSON.stringify(name), services: [...services], model, changed_at: deed.now })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (violated(error) === 'service_window_number_key') throw unfit([{ path: 'number', code: 'window-number-taken' }])
      throw error
    })
  await record(deed, { kind: 'station.window.added', plain: { window: id, number } })
  return toWindow(deed, row, [row], null)
}

export async function change(deed: Deed, id: string, { name, services, model, retired }: BodyOf<typeof changeWindow>): Promise<Window> {
  const row = await getWindow(deed, id)
  if (retired && row.state === 'open') throw refused('window-open')
  // Services it had may have left the catalogue since; only what is new is checked.
  await checkServices(
    deed,
    services.filter((key) => !row.services.includes(key)),
  )
  const next = await deed.tx
    .updateTable('service_window')
    .set({ name: JSON.stringify(name), services: [...services], model, changed_at: deed.now, retired_at: retired ? deed.now : null })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'station.window.changed', plain: { window: id, retired } })
  return toWindow(deed, next, [next], null)
}

/** Whoever sits down is the clerk of the window from now on; who sat there before has gone. */
export async function open(deed: Deed, id: string, languages: readonly string[]): Promise<Window> {
  const row = await getWindow(deed, id)
  const { actor } = deed
  if (actor.kind !== 'person') throw new Error('a window is opened by a person')
  const other = (await allWindows(deed)).find(
    (window) => window.id !== id && window.state === 'open' && window.clerk_person_id === actor.personId,
  )
  if (other) throw refused('window-other-open', { params: { number: other.number } })
  if (row.state === 'open' && row.clerk_person_id !== actor.personId) await mustBeIdle(deed, row)
  const profile = await deed.tx
    .selectFrom('profile')
    .select('dialects')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return settle(deed, row, 'opened', {
    state: 'open',
    covered_by: null,
    clerk_person_id: actor.personId,
    post_id: actingPost(deed, 'station.counter.serve')?.id ?? null,
    languages: [...new Set([...(profile?.dialects ?? []), ...languages])],
  })
}

export async function close(deed: Deed, id: string, { why, coveredBy }: BodyOf<typeof closeWindow>): Promise<Window> {
  const row = await getWindow(deed, id)
  if (!isMine(deed, row) && !may(deed, 'station.counter.manage')) throw refused('window-not-mine')
  await mustBeIdle(deed, row)
  if (coveredBy) {
    const cover = await findWindow(deed, coveredBy)
    if (!cover || cover.id === id || cover.state !== 'open') throw unfit([{ path: 'coveredBy', code: 'window-cover-closed' }])
  }
  return settle(deed, row, why === 'lunch' ? 'at-lunch' : 'closed', {
    state: why,
    covered_by: coveredBy ?? null,
    clerk_person_id: null,
    languages: [],
  })
}

/** The window, locked: what happens at one window happens in order. */
export async function getWindow(deed: Deed, id: string): Promise<WindowRow> {
  const row = await deed.tx
    .selectFrom('service_window')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('window')
  return row
}

export const findWindow = (deed: Deed, id: string) =>
  deed.tx
    .selectFrom('service_window')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .executeTakeFirst()

export const allWindows = (deed: Deed): Promise<WindowRow[]> =>
  deed.tx
    .selectFrom('service_window')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('retired_at', 'is', null)
    .orderBy('number')
    .execute()

export const isMine = (deed: Deed, row: WindowRow): boolean =>
  row.state === 'open' && deed.actor.kind === 'person' && row.clerk_person_id === deed.actor.personId

export const busyTicket = (deed: Deed, windowId: string): Promise<TicketRow | undefined> =>
  deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('window_id', '=', windowId)
    .where('state', 'in', ['called', 'serving'])
    .where('day', '=', today(deed))
    .executeTakeFirst()

async function mustBeIdle(deed: Deed, row: WindowRow): Promise<void> {
  const busy = await busyTicket(deed, row.id)
  if (busy) throw refused('window-serving', { params: { label: ticketLabel(busy.number) } })
}

async function settle(
  deed: Deed,
  row: WindowRow,
  kind: string,
  set: Partial<Pick<WindowRow, 'state' | 'covered_by' | 'clerk_person_id' | 'post_id' | 'languages'>>,
): Promise<Window> {
  const next = await deed.tx
    .updateTable('service_window')
    .set({ ...set, changed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: `station.window.${kind}`, plain: { window: row.id } })
  const busy = await busyTicket(deed, row.id)
  const [ticket = null] = busy ? await toTickets(deed, [busy], new Set()) : []
  return toWindow(deed, next, await allWindows(deed), ticket)
}

function toWindow(deed: Deed, row: WindowRow, all: readonly WindowRow[], ticket: TicketAtDesk | null): Window {
  const mine = isMine(deed, row)
  const manages = may(deed, 'station.counter.manage')
  return {
    id: row.id,
    number: row.number,
    name: row.name as Text,
    services: row.services,
    model: row.model,
    state: row.state,
    languages: row.languages,
    coveredBy: all.find(({ id }) => id === row.covered_by)?.number ?? null,
    mine,
    ticket,
    may: [
      ...(mine && !ticket ? ['call'] : []),
      ...(!mine && !ticket ? ['open'] : []),
      ...((mine || (manages && row.state !== 'closed')) && !ticket ? ['close'] : []),
      ...(manages ? ['change'] : []),
    ],
  }
}

/** Tickets as the desk sees them; names only of those asked for. */
export async function toTickets(deed: Deed, rows: readonly TicketRow[], withNames: ReadonlySet<string>): Promise<TicketAtDesk[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const names = await serviceNames(
    deed,
    rows.flatMap(({ services }) => services),
  )
  const windows = new Map((await allWindows(deed)).map((window) => [window.id, window]))
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.flatMap(({ id, person_id }) => (person_id && withNames.has(id) ? [person_id] : [])),
      )
    ).map((person) => [person.id, person.name]),
  )
  const periods = Map.groupBy(
    await deed.tx.selectFrom('ticket_period').selectAll().where('street_id', '=', deed.street.id).where('ticket_id', 'in', ids).execute(),
    ({ ticket_id }) => ticket_id,
  )
  const cases = Map.groupBy(
    await deed.tx
      .selectFrom('case_visit')
      .innerJoin('service_case', (join) =>
        join.onRef('service_case.street_id', '=', 'case_visit.street_id').onRef('service_case.id', '=', 'case_visit.case_id'),
      )
      .select(['case_visit.ticket_id', 'service_case.id', 'service_case.number'])
      .where('case_visit.street_id', '=', deed.street.id)
      .where('case_visit.ticket_id', 'in', ids)
      .execute(),
    ({ ticket_id }) => ticket_id,
  )
  return rows.map((row) => {
    const at = row.window_id ? windows.get(row.window_id) : undefined
    const atMine = at !== undefined && isMine(deed, at)
    const own: readonly TicketStep[] = ['recall', 'serve', 'hold', 'transfer', 'finish', 'noShow']
    const spent: Period[] = (periods.get(row.id) ?? []).map(({ kind, started_at, ended_at }) => ({
      kind,
      startedAt: started_at,
      endedAt: ended_at,
    }))
    return {
      id: row.id,
      label: ticketLabel(row.number),
      state: row.state,
      services: named(names, row.services),
      speaks: row.speaks,
      channel: row.channel,
      person: row.person_id && people.has(row.person_id) ? maskName(people.get(row.person_id)!) : null,
      personId: row.person_id && people.has(row.person_id) ? row.person_id : null,
      appointmentAt: row.appointment_at?.toISOString() ?? null,
      drawnAt: row.drawn_at.toISOString(),
      waitedMinutes: minutesIn(spent, ['waiting'], deed.now),
      window: row.state === 'waiting' ? (row.for_window ? (windows.get(row.for_window)?.number ?? null) : null) : (at?.number ?? null),
      cases: (cases.get(row.id) ?? []).map(({ id, number }) => ({ id, number })),
      may: stepsOfTicket(row.state).filter((step) => step !== 'call' && (step === 'return' || (own.includes(step) && atMine))),
    }
  })
}
