import type { PlaceInLine } from '@ronghe/contract/station/tickets.ts'
import { sql, type Selectable, type Updateable } from 'kysely'
import { queryCode, readCode } from '../../platform/codes.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'
import { getOpenBooking, holdPerson } from './appointments.ts'
import { takeNumber } from './numbers.ts'
import { checkServices, named, serviceNames } from './service-names.ts'
import { isPeriod, lineAt, stepTicketState, ticketLabel, type TicketStep } from './ticket-lifecycle.ts'

export type TicketRow = Selectable<Tables['ticket']>

export interface NewTicket {
  readonly services: readonly string[]
  readonly speaks?: string | undefined
  readonly personId?: string | undefined
  readonly channel: TicketRow['channel']
}
/** The code is told once; who has an account needs none. */
export interface Drawn {
  readonly ticket: PlaceInLine
  readonly code: string | null
}

export async function draw(deed: Deed, wanted: NewTicket): Promise<Drawn> {
  await checkServices(deed, wanted.services)
  if (wanted.personId) {
    await holdPerson(deed, wanted.personId)
    const own = await findLive(deed, wanted.personId)
    if (own) return { ticket: await toPlace(deed, own), code: null }
  }
  return insert(deed, wanted)
}

/** An appointment that has come: its ticket stands at the head of its hour. `personId` is absent at the desk. */
export async function arrive(deed: Deed, bookingId: string, personId?: string): Promise<Drawn> {
  const booking = await getOpenBooking(deed, bookingId, personId)
  const { zone } = deed.street
  if (dayIn(zone, booking.starts_at) !== today(deed)) throw refused('booking-not-today')
  await holdPerson(deed, booking.person_id)
  const own = await findLive(deed, booking.person_id)
  if (own) throw refused('ticket-one-is-enough', { params: { label: ticketLabel(own.number) } })
  await deed.tx
    .updateTable('booking')
    .set({ state: 'arrived' })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', bookingId)
    .execute()
  return insert(
    deed,
    { services: booking.services, speaks: booking.speaks ?? undefined, personId: booking.person_id, channel: 'appointment' },
    { id: bookingId, startsAt: booking.starts_at, endsAt: booking.ends_at },
  )
}

export async function myTickets(deed: Deed, personId: string): Promise<{ items: PlaceInLine[] }> {
  const rows = await deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('day', '=', today(deed))
    .orderBy('number', 'desc')
    .execute()
  return { items: await Promise.all(rows.map((row) => toPlace(deed, row))) }
}

export async function placeByCode(deed: Deed, typed: string): Promise<PlaceInLine> {
  return toPlace(deed, await getByCode(deed, typed, 'look'))
}

export async function leaveByCode(deed: Deed, typed: string): Promise<PlaceInLine> {
  return toPlace(deed, await step(deed, await getByCode(deed, typed, 'lock'), 'leave'))
}

export async function leave(deed: Deed, ticketId: string, personId: string): Promise<PlaceInLine> {
  const row = await getTicket(deed, ticketId)
  if (row.person_id !== personId) throw notFound('ticket')
  return toPlace(deed, await step(deed, row, 'leave'))
}

/** The ticket of today, locked. Yesterday's are over, whatever became of them. */
export async function getTicket(deed: Deed, id: string): Promise<TicketRow> {
  const row = await deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .where('day', '=', today(deed))
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('ticket')
  return row
}

/** Moves a locked ticket one step: its period ends, the next begins, the journal has it. */
export async function step(deed: Deed, row: TicketRow, kind: TicketStep, change: Updateable<Tables['ticket']> = {}): Promise<TicketRow> {
  const state = stepTicketState(row.state, kind)
  if (!state) throw refused('ticket-step', { params: { label: ticketLabel(row.number) } })
  const windowId = change.window_id === undefined ? row.window_id : change.window_id
  const next = await deed.tx
    .updateTable('ticket')
    .set({ state, ended_at: isPeriod(state) ? null : deed.now, ...change })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (state !== row.state || kind === 'transfer') {
    await deed.tx
      .updateTable('ticket_period')
      .set({ ended_at: deed.now })
      .where('street_id', '=', deed.street.id)
      .where('ticket_id', '=', row.id)
      .where('ended_at', 'is', null)
      .execute()
    if (isPeriod(state))
      await deed.tx
        .insertInto('ticket_period')
        .values({ street_id: deed.street.id, id: deed.id(), ticket_id: row.id, kind: state, window_id: windowId, started_at: deed.now })
        .execute()
  }
  await record(deed, {
    kind: `station.ticket.${stepWords[kind]}`,
    about: row.person_id,
    plain: { ticket: row.id, ...(windowId ? { window: windowId } : {}) },
  })
  return next
}

const stepWords: Readonly<Record<TicketStep, string>> = {
  call: 'called',
  recall: 'recalled',
  serve: 'served',
  hold: 'held',
  return: 'returned',
  transfer: 'transferred',
  finish: 'finished',
  noShow: 'not-come',
  leave: 'left',
}

async function insert(
  deed: Deed,
  { services, speaks, personId, channel }: NewTicket,
  booking?: { id: string; startsAt: Date; endsAt: Date },
): Promise<Drawn> {
  const day = today(deed)
  const id = deed.id()
  const code = queryCode()
  const { bookingGraceMinutes } = await setting(deed, 'station')
  // Last, because everybody who draws waits for it: numbers without gaps, and in the order of arrival.
  const number = await takeNumber(deed, `ticket ${day}`)
  const row = await deed.tx
    .insertInto('ticket')
    .values({
      street_id: deed.street.id,
      id,
      day,
      number,
      person_id: personId ?? null,
      services: [...services],
      speaks: speaks ?? null,
      channel,
      booking_id: booking?.id ?? null,
      appointment_at: booking?.startsAt ?? null,
      code_hash: codeHash(deed, code),
      state: 'waiting',
      line_at: lineAt(deed.now, bookingGraceMinutes, booking),
      drawn_at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await deed.tx
    .insertInto('ticket_period')
    .values({ street_id: deed.street.id, id: deed.id(), ticket_id: id, kind: 'waiting', started_at: deed.now })
    .execute()
  await record(deed, { kind: 'station.ticket.drawn', about: personId ?? null, plain: { ticket: id, number, channel } })
  return { ticket: await toPlace(deed, row), code }
}

const codeHash = (deed: Deed, code: string): Buffer => deed.platform.sealer.lookup(deed.street.id, 'code', `ticket ${code}`)

async function getByCode(deed: Deed, typed: string, lock: 'look' | 'lock'): Promise<TicketRow> {
  const code = readCode(typed)
  const query = deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('code_hash', '=', codeHash(deed, code ?? ''))
    .where('day', '=', today(deed))
  const row = code === undefined ? undefined : await (lock === 'lock' ? query.forNoKeyUpdate() : query).executeTakeFirst()
  if (!row) throw notFound('ticket')
  return row
}

const findLive = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('ticket')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('day', '=', today(deed))
    .where('state', 'in', ['waiting', 'called', 'serving', 'held'])
    .executeTakeFirst()

/** How many will be called before: those in front who want something a window for me would also serve. Room in the line, not people (08). */
async function countAhead(deed: Deed, row: TicketRow): Promise<number> {
  if (row.state !== 'waiting') return 0
  const { rows } = await sql<{ ahead: number }>`
    select count(*)::int as ahead from ticket
    where street_id = ${deed.street.id}::uuid and day = ${row.day}::date and state = 'waiting' and id <> ${row.id}::uuid
      and (cardinality(services) = 0 or ${row.services.length} = 0 or services && ${row.services}::text[])
      and (line_at, coalesce(appointment_at, 'infinity'), number) < (${row.line_at}, coalesce(${row.appointment_at}::timestamptz, 'infinity'), ${row.number})`.execute(
    deed.tx,
  )
  return rows[0]!.ahead
}

export async function toPlace(deed: Deed, row: TicketRow): Promise<PlaceInLine> {
  const windows = await deed.tx
    .selectFrom('service_window')
    .select(['id', 'number', 'name', 'services'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'open')
    .execute()
  const serving = windows.filter(
    ({ services }) => services.length === 0 || row.services.length === 0 || services.some((key) => row.services.includes(key)),
  )
  const at = row.state === 'called' || row.state === 'serving' ? windows.find(({ id }) => id === row.window_id) : undefined
  return {
    id: row.id,
    label: ticketLabel(row.number),
    day: row.day,
    state: row.state,
    services: named(await serviceNames(deed, row.services), row.services),
    speaks: row.speaks,
    ahead: await countAhead(deed, row),
    windowsOpen: serving.length,
    window: at ? { number: at.number, name: at.name as PlaceInLine['services'][number]['name'] } : null,
    drawnAt: row.drawn_at.toISOString(),
    may: stepTicketState(row.state, 'leave') ? ['leave'] : [],
  }
}
