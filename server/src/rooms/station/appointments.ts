import type { Booking, listAppointmentsOfDay, listMyAppointments, listSlots } from '@ronghe/contract/station/appointments.ts'
import type { QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { sql, type Selectable } from 'kysely'
import { addDays, dayIn, endOfDay, startOfDay } from '../../platform/calendar/working-days.ts'
import { violated } from '../../platform/database/pool.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { maskName } from '../../platform/privacy/masking.ts'
import { findByPhone, findPersons, getPerson } from '../people/persons.ts'
import { setting } from '../../platform/settings/settings.ts'
import { today } from '../programme/posts.ts'
import { dayOfSlot, slotsOn, type PlannedSlot } from './appointment-slots.ts'
import { findDays, hoursInForce } from './counter-plan.ts'
import { checkServices, named, serviceNames } from './service-names.ts'

export type BookingRow = Selectable<Tables['booking']>

export async function freeSlots(deed: Deed, { service, from, days }: QueryOf<typeof listSlots>): Promise<ReplyOf<typeof listSlots>> {
  const first = today(deed)
  const until = await lastBookable(deed)
  const start = from && from > first ? from : first
  const wanted = Array.from({ length: days }, (_, index) => addDays(start, index)).filter((day) => day <= until)
  const { zone } = deed.street
  const [last] = wanted.slice(-1)
  if (!last) return { days: [], until }
  const taken = await deed.tx
    .selectFrom('appointment_slot')
    .select(['hours_id', 'starts_at', 'capacity', 'taken'])
    .where('street_id', '=', deed.street.id)
    .where('starts_at', '>=', startOfDay(zone, start))
    .where('starts_at', '<', endOfDay(zone, last))
    .execute()
  const booked = new Map(taken.map((row) => [`${row.hours_id} ${row.starts_at.getTime()}`, row]))
  const hours = await hoursInForce(deed)
  const kinds = await findDays(deed, wanted)
  return {
    until,
    days: wanted.map((day) => {
      const { kind, closed } = kinds.get(day)!
      const planned = closed ? [] : slotsOn(zone, day, kind, hours, service ? [service] : [])
      return {
        day,
        closed,
        slots: planned
          .filter(({ startsAt }) => startsAt > deed.now)
          .map(({ id, hoursId, startsAt, endsAt, capacity }) => {
            const row = booked.get(`${hoursId} ${startsAt.getTime()}`)
            return {
              id,
              startsAt: startsAt.toISOString(),
              endsAt: endsAt.toISOString(),
              placesLeft: Math.max(0, (row?.capacity ?? capacity) - (row?.taken ?? 0)),
            }
          }),
      }
    }),
  }
}

export interface Wanted {
  readonly slot: string
  readonly services: readonly string[]
  readonly speaks?: string | undefined
}

export async function book(deed: Deed, personId: string, { slot, services, speaks }: Wanted): Promise<Booking> {
  await checkServices(deed, services)
  const planned = await getPlanned(deed, slot, services)
  // Of one person's requests sent at once, the second sees what the first booked.
  await holdPerson(deed, personId)
  const ahead = await openBookings(deed, personId)
  if (ahead.some(({ starts_at }) => starts_at.getTime() === planned.startsAt.getTime())) throw refused('booking-same-time')
  const { bookingsAtOnce } = await setting(deed, 'station')
  if (ahead.length >= bookingsAtOnce) throw refused('booking-enough', { params: { most: bookingsAtOnce } })
  const slotRow = await takePlace(deed, planned)
  const id = deed.id()
  const row = await deed.tx
    .insertInto('booking')
    .values({
      street_id: deed.street.id,
      id,
      slot_id: slotRow,
      person_id: personId,
      services: [...services],
      speaks: speaks ?? null,
      starts_at: planned.startsAt,
      ends_at: planned.endsAt,
      state: 'booked',
      booked_at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (violated(error) === 'booking_person_time_key') throw refused('booking-same-time')
      throw error
    })
  await record(deed, { kind: 'station.appointment.booked', about: personId, plain: { booking: id } })
  return toBooking(deed, row)
}

export async function move(deed: Deed, bookingId: string, personId: string, slot: string): Promise<Booking> {
  const row = await getOpenBooking(deed, bookingId, personId)
  const planned = await getPlanned(deed, slot, row.services)
  if (planned.startsAt.getTime() === row.starts_at.getTime()) throw refused('booking-same-time')
  const slotRow = await ensureSlot(deed, planned)
  // Two people who change places with one another take the two locks in the same order.
  await deed.tx
    .selectFrom('appointment_slot')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [row.slot_id, slotRow])
    .orderBy('id')
    .forUpdate()
    .execute()
  await takePlace(deed, planned)
  await releasePlace(deed, row.slot_id)
  const moved = await deed.tx
    .updateTable('booking')
    .set({ slot_id: slotRow, starts_at: planned.startsAt, ends_at: planned.endsAt, moved: row.moved + 1 })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', bookingId)
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      if (violated(error) === 'booking_person_time_key') throw refused('booking-same-time')
      throw error
    })
  await record(deed, { kind: 'station.appointment.moved', about: personId, plain: { booking: bookingId } })
  return toBooking(deed, moved)
}

/** By the person, or at the desk for whoever calls (`personId` absent). */
export async function cancel(deed: Deed, bookingId: string, personId?: string): Promise<Booking> {
  const row = await getOpenBooking(deed, bookingId, personId)
  await releasePlace(deed, row.slot_id)
  const cancelled = await deed.tx
    .updateTable('booking')
    .set({ state: 'cancelled' })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', bookingId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'station.appointment.cancelled', about: row.person_id, plain: { booking: bookingId } })
  return toBooking(deed, cancelled)
}

export async function myAppointments(
  deed: Deed,
  personId: string,
  { limit, after }: QueryOf<typeof listMyAppointments>,
): Promise<ReplyOf<typeof listMyAppointments>> {
  const from = readCursor(after, 2)
  const rows = await deed.tx
    .selectFrom('booking')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .$if(from !== undefined, (query) => query.where(sql<boolean>`(starts_at, id) < (${from![0]}::timestamptz, ${from![1]}::uuid)`))
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const names = await serviceNames(
    deed,
    rows.flatMap(({ services }) => services),
  )
  return pageFrom(
    rows,
    limit,
    ({ starts_at, id }) => toCursor(starts_at.toISOString(), id),
    (row) => describeBooking(deed, row, names),
  )
}

export async function appointmentsOfDay(deed: Deed, day = today(deed)): Promise<ReplyOf<typeof listAppointmentsOfDay>> {
  const { zone } = deed.street
  const rows = await deed.tx
    .selectFrom('booking')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('starts_at', '>=', startOfDay(zone, day))
    .where('starts_at', '<', endOfDay(zone, day))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(500)
    .execute()
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map((person) => [person.id, person.name]),
  )
  const names = await serviceNames(
    deed,
    rows.flatMap(({ services }) => services),
  )
  await recordAccess(
    deed,
    rows.map(({ person_id, id }) => ({
      personId: person_id,
      purpose: 'appointment',
      subject: { kind: 'booking', id },
      permission: 'station.counter.serve' as const,
    })),
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      startsAt: row.starts_at.toISOString(),
      person: maskName(people.get(row.person_id) ?? ''),
      personId: row.person_id,
      services: named(names, row.services),
      speaks: row.speaks,
      state: row.state,
      may: row.state === 'booked' ? [...(day === today(deed) ? ['arrive'] : []), 'cancel'] : [],
    })),
  }
}

export async function findTodaysByPhone(deed: Deed, phone: string): Promise<{ items: { id: string; startsAt: string; person: string }[] }> {
  const people = new Map((await findByPhone(deed, phone)).map((person) => [person.id, person]))
  if (people.size === 0) return { items: [] }
  const rows = await deed.tx
    .selectFrom('booking')
    .select(['id', 'person_id', 'starts_at'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', [...people.keys()])
    .where('state', '=', 'booked')
    .where('starts_at', '>=', startOfDay(deed.street.zone, today(deed)))
    .where('starts_at', '<', endOfDay(deed.street.zone, today(deed)))
    .orderBy('starts_at')
    .execute()
  await recordAccess(
    deed,
    rows.map(({ person_id, id }) => ({
      personId: person_id,
      purpose: 'appointment',
      subject: { kind: 'booking', id },
      permission: 'station.counter.serve' as const,
    })),
  )
  return {
    items: rows.map((row) => ({ id: row.id, startsAt: row.starts_at.toISOString(), person: maskName(people.get(row.person_id)!.name) })),
  }
}

/** The booking, locked; somebody else's is as if it were not there. */
export async function getOpenBooking(deed: Deed, id: string, personId?: string): Promise<BookingRow> {
  const row = await deed.tx
    .selectFrom('booking')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (personId !== undefined && row.person_id !== personId)) throw notFound('booking')
  if (row.state !== 'booked') throw refused('booking-over')
  return row
}

/** Everything booked on these days goes back; whoever had booked is told by the caller. */
export async function cancelBetween(deed: Deed, from: Date, to: Date): Promise<readonly BookingRow[]> {
  const rows = await deed.tx
    .updateTable('booking')
    .set({ state: 'cancelled' })
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'booked')
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .returningAll()
    .execute()
  for (const { slot_id } of rows) await releasePlace(deed, slot_id)
  return rows
}

/** Whoever did not come: nothing follows, it is only no longer expected. */
export async function markMissed(deed: Deed): Promise<void> {
  await deed.tx
    .updateTable('booking')
    .set({ state: 'missed' })
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'booked')
    .where('ends_at', '<', startOfDay(deed.street.zone, today(deed)))
    .execute()
}

const openBookings = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('booking')
    .select(['id', 'starts_at'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('state', '=', 'booked')
    .where('ends_at', '>', deed.now)
    .execute()

export async function holdPerson(deed: Deed, personId: string): Promise<void> {
  const row = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', personId)
    .where('state', '<>', 'closed')
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('person')
}

/** How far ahead somebody can book. */
const lastBookable = async (deed: Deed): Promise<string> => addDays(today(deed), (await setting(deed, 'station')).bookingDays)

async function getPlanned(deed: Deed, slot: string, services: readonly string[]): Promise<PlannedSlot> {
  const day = dayOfSlot(slot)
  if (day < today(deed) || day > (await lastBookable(deed))) throw refused('slot-not-open')
  const { kind, closed } = (await findDays(deed, [day])).get(day)!
  const planned = closed
    ? undefined
    : slotsOn(deed.street.zone, day, kind, await hoursInForce(deed), services).find(({ id }) => id === slot)
  if (!planned || planned.startsAt <= deed.now) throw refused('slot-not-open')
  return planned
}

async function ensureSlot(deed: Deed, { hoursId, startsAt, endsAt, capacity }: PlannedSlot): Promise<string> {
  const find = () =>
    deed.tx
      .selectFrom('appointment_slot')
      .select(['id', 'taken', 'capacity'])
      .where('street_id', '=', deed.street.id)
      .where('hours_id', '=', hoursId)
      .where('starts_at', '=', startsAt)
      .executeTakeFirst()
  const known = await find()
  // Full is full: the many who come too late wait for nobody's lock.
  if (known && known.taken >= known.capacity) throw refused('slot-full')
  if (known) return known.id
  await deed.tx
    .insertInto('appointment_slot')
    .values({ street_id: deed.street.id, id: deed.id(), hours_id: hoursId, starts_at: startsAt, ends_at: endsAt, capacity })
    .onConflict((conflict) => conflict.columns(['street_id', 'hours_id', 'starts_at']).doNothing())
    .execute()
  return (await find())!.id
}

/** Takes one place, or says that none is left. The row's lock makes bookers take turns; the constraint is the last word. */
async function takePlace(deed: Deed, planned: PlannedSlot): Promise<string> {
  const id = await ensureSlot(deed, planned)
  const { numUpdatedRows } = await deed.tx
    .updateTable('appointment_slot')
    .set({ taken: sql<number>`taken + 1` })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .whereRef('taken', '<', 'capacity')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('slot-full')
  return id
}

async function releasePlace(deed: Deed, slotId: string): Promise<void> {
  await deed.tx
    .updateTable('appointment_slot')
    .set({ taken: sql<number>`taken - 1` })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', slotId)
    .where('taken', '>', 0)
    .execute()
}

export async function toBooking(deed: Deed, row: BookingRow): Promise<Booking> {
  return describeBooking(deed, row, await serviceNames(deed, row.services))
}

function describeBooking(deed: Deed, row: BookingRow, names: Awaited<ReturnType<typeof serviceNames>>): Booking {
  const isToday = dayIn(deed.street.zone, row.starts_at) === today(deed)
  return {
    id: row.id,
    services: named(names, row.services),
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    speaks: row.speaks,
    state: row.state,
    may: row.state === 'booked' ? [...(isToday ? ['arrive'] : []), ...(row.starts_at > deed.now ? ['move'] : []), 'cancel'] : [],
  }
}

export async function bookForPerson(deed: Deed, personId: string, wanted: Wanted): Promise<Booking> {
  await getPerson(deed, personId)
  await recordAccess(deed, { personId, purpose: 'appointment', permission: 'station.counter.serve' })
  return book(deed, personId, wanted)
}
