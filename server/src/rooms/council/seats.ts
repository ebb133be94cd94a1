import type { Bench } from '@ronghe/contract/council/charter.ts'
import { addMonths } from '@ronghe/forms'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { putInPost } from '../programme/appointments.ts'
import { today } from '../programme/posts.ts'
import { benchPost } from './bench-posts.ts'
import { cited, parametersOf } from './charter.ts'

export type Way = 'sortition' | 'election' | 'nomination' | 'substitute' | 'office'
export type Ending = 'lapsed' | 'resigned' | 'left' | 'excluded' | 'seatEnded'

export interface Seat {
  readonly id: string
  readonly councilId: string
  readonly bench: Bench | null
  readonly number: number
}

/** The seats a council has today, whoever sits on them. */
export async function seatsOf(deed: Deed, councilId: string): Promise<readonly Seat[]> {
  const rows = await deed.tx
    .selectFrom('seat')
    .select(['id', 'council_id', 'bench', 'number'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('ended_on', 'is', null)
    .orderBy('bench', (order) => order.desc().nullsFirst())
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ id: row.id, councilId: row.council_id, bench: row.bench as Bench | null, number: row.number }))
}

export async function getSeat(deed: Deed, seatId: string): Promise<Seat> {
  const row = await deed.tx
    .selectFrom('seat')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', seatId)
    .executeTakeFirst()
  if (!row || row.ended_on) throw notFound('seat')
  return { id: row.id, councilId: row.council_id, bench: row.bench as Bench | null, number: row.number }
}

/** Terms on a seat that reach beyond today: one at most covers tomorrow. */
const comingTerms = (deed: Deed, seatIds: readonly string[]) =>
  deed.tx
    .selectFrom('seat_term')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('seat_id', 'in', [...seatIds])
    .where('to_day', '>', today(deed))

/** Seats nobody will sit on tomorrow; without the chair's. */
export async function vacantSeats(deed: Deed, councilId: string): Promise<readonly Seat[]> {
  const seats = (await seatsOf(deed, councilId)).filter(({ bench }) => bench !== null)
  if (seats.length === 0) return []
  const taken = new Set(
    (
      await comingTerms(
        deed,
        seats.map(({ id }) => id),
      ).execute()
    ).map(({ seat_id }) => seat_id),
  )
  return seats.filter(({ id }) => !taken.has(id))
}

/**
 * Seats somebody and appoints them to the post of the bench. The term begins today, or tomorrow where the last one ends today, and runs as
 * the charter says; whoever moves up serves what is left of the term before. Locking the seat is what keeps two from sitting on it.
 * @returns the id of the term
 */
export async function takeSeat(deed: Deed, seatId: string, personId: string, way: Way): Promise<string> {
  const { tx, street } = deed
  await tx.selectFrom('seat').select('id').where('street_id', '=', street.id).where('id', '=', seatId).forUpdate().execute()
  const seat = await getSeat(deed, seatId)
  if ((await comingTerms(deed, [seatId]).execute()).length > 0)
    throw refused('council-seat-taken', await cited(deed, seat.councilId, 'seats'))
  const { seats, benches } = await parametersOf(deed, seat.councilId)
  const last = await tx
    .selectFrom('seat_term')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('seat_id', '=', seatId)
    .orderBy('to_day', 'desc')
    .executeTakeFirst()
  const from = last && last.to_day >= today(deed) ? addDays(last.to_day, 1) : today(deed)
  const full = addDays(addMonths(from, seats.termMonths), -1)
  const to = way === 'substitute' && last?.full_to_day && last.full_to_day > from ? last.full_to_day : full
  const post = await benchPost(deed, seat.councilId, seat.bench, seat.bench === null ? 1 : benches[seat.bench])
  const { id: appointmentId } = await putInPost(deed, post, personId, { startsOn: from, endsOn: to, document: '', publishName: true })
  const id = deed.id()
  await tx
    .insertInto('seat_term')
    .values({
      street_id: street.id,
      id,
      seat_id: seatId,
      appointment_id: appointmentId,
      person_id: personId,
      from_day: from,
      to_day: to,
      full_to_day: to,
      way,
      created_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'council.seat.taken', about: personId, plain: { council: seat.councilId, seat: seatId, way } })
  return id
}

/** Ends a term with today: seat, post and deputy's office together. What is done about the free seat is the caller's. */
export async function endTerm(deed: Deed, termId: string, because: Ending): Promise<Seat & { readonly personId: string }> {
  const { tx, street } = deed
  const term = await tx
    .selectFrom('seat_term')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('id', '=', termId)
    .forUpdate()
    .executeTakeFirst()
  if (!term) throw notFound('seat')
  const day = today(deed)
  const seat = await tx
    .selectFrom('seat')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('id', '=', term.seat_id)
    .executeTakeFirstOrThrow()
  if (term.to_day < day || (term.to_day === day && term.ended_because !== null))
    throw refused('council-term-over', await cited(deed, seat.council_id, 'seats'))
  const lastDay = term.from_day > day ? term.from_day : day
  await tx
    .updateTable('seat_term')
    .set({ to_day: lastDay, ended_because: because })
    .where('street_id', '=', street.id)
    .where('id', '=', termId)
    .execute()
  await tx
    .updateTable('appointment')
    .set({ ends_on: lastDay })
    .where('street_id', '=', street.id)
    .where('id', '=', term.appointment_id)
    .where('revoked_at', 'is', null)
    .execute()
  await tx
    .updateTable('deputy')
    .set({ to_day: lastDay })
    .where('street_id', '=', street.id)
    .where('term_id', '=', termId)
    .where('to_day', 'is', null)
    .execute()
  await record(deed, {
    kind: 'council.seat.left',
    about: term.person_id,
    plain: { council: seat.council_id, seat: seat.id, term: termId, because },
  })
  return { id: seat.id, councilId: seat.council_id, bench: seat.bench as Bench | null, number: seat.number, personId: term.person_id }
}
