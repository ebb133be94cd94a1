import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { Selectable } from 'kysely'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { agreeTo, agrees } from '../people/consenting.ts'
import { requireResidence } from '../people/residence.ts'
import { today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { takeSeat, vacantSeats, type Way } from './seats.ts'

export type OfferRow = Selectable<Tables['seat_offer']>
/** Whoever is offered a seat has a week to think it over. */
export const daysToAnswer = 7

export interface NewOffer {
  readonly bench: Bench | null
  readonly personId: string
  readonly place: number
  readonly way: 'sortition' | 'election' | 'nomination' | 'office'
  readonly drawId?: string
  readonly row?: number
  readonly callId?: string
}

const offers = (deed: Deed, councilId: string) =>
  deed.tx.selectFrom('seat_offer').selectAll().where('street_id', '=', deed.street.id).where('council_id', '=', councilId)

/** Enters those who may sit, in order: a new list of a bench takes the place of the substitutes before it. */
export async function listOffers(deed: Deed, councilId: string, bench: Bench, people: readonly NewOffer[]): Promise<void> {
  await deed.tx
    .updateTable('seat_offer')
    .set({ state: 'ended', person_id: null, answered_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('bench', '=', bench)
    .where('state', '=', 'waiting')
    .execute()
  if (people.length === 0) return
  await deed.tx
    .insertInto('seat_offer')
    .values(
      people.map(({ personId, place, way, drawId, row, callId }) => ({
        street_id: deed.street.id,
        id: deed.id(),
        council_id: councilId,
        bench,
        person_id: personId,
        place,
        way,
        draw_id: drawId ?? null,
        row: row ?? null,
        call_id: callId ?? null,
        state: 'waiting' as const,
        created_at: deed.now,
      })),
    )
    .execute()
}

/**
 * Offers every free seat of a bench to the next in line who is not offered one yet. A list serves the seats it was drawn for: when a term has run
 * its full time, the substitutes of that time are no longer asked, and a new list has to be made.
 * @returns how many seats nobody is left for
 */
export async function offerFreeSeats(deed: Deed, councilId: string, bench: Bench, movedUp: boolean): Promise<number> {
  const open = await offers(deed, councilId).where('state', '=', 'offered').execute()
  const free = (await vacantSeats(deed, councilId)).filter(
    (seat) => seat.bench === bench && !open.some(({ seat_id }) => seat_id === seat.id),
  )
  const line = await offers(deed, councilId)
    .where('bench', '=', bench)
    .where('state', '=', 'waiting')
    .orderBy('place')
    .forUpdate()
    .execute()
  let unfilled = 0
  for (const seat of free) {
    const next = line[0]
    const last = await lastTerm(deed, seat.id)
    const listedOn = next && dayIn(deed.street.zone, next.created_at)
    if (!next || (last && last.ended_because === null && listedOn! <= last.from_day)) {
      unfilled++
      continue
    }
    line.shift()
    await offer(deed, next, seat.id, movedUp || (last !== undefined && last.ended_because !== null && listedOn! <= last.to_day))
  }
  return unfilled
}

const lastTerm = (deed: Deed, seatId: string) =>
  deed.tx
    .selectFrom('seat_term')
    .select(['from_day', 'to_day', 'ended_because'])
    .where('street_id', '=', deed.street.id)
    .where('seat_id', '=', seatId)
    .orderBy('to_day', 'desc')
    .executeTakeFirst()

async function offer(deed: Deed, { id, council_id, person_id }: OfferRow, seatId: string, movedUp: boolean): Promise<void> {
  await deed.tx
    .updateTable('seat_offer')
    .set({ state: 'offered', seat_id: seatId, answer_by: addDays(today(deed), daysToAnswer), moved_up: movedUp })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  await record(deed, { kind: 'council.seat.offered', about: person_id, plain: { council: council_id, seat: seatId, offer: id } })
  await notify(deed, person_id!, { template: 'council-seat-offered', link: '/council/my-seat' })
}

const wayOf = ({ moved_up, way }: OfferRow): Way => (moved_up ? 'substitute' : way)

/** Yes or no of whoever was offered a seat. Yes makes the bench public with the name; no moves the next one up. */
export async function answerOffer(
  deed: Deed,
  personId: string,
  offerId: string,
  { accepts, consentVersion }: { readonly accepts: boolean; readonly consentVersion: string | null },
): Promise<void> {
  const row = await lockedOffer(deed, offerId)
  if (row?.person_id !== personId) throw notFound('seat-offer')
  if (row.state !== 'offered') throw refused('council-offer-closed', await cited(deed, row.council_id, 'seats'))
  if (!accepts) {
    await closeOffer(deed, row, 'declined')
    return
  }
  await requireResidence(deed, personId, 'confirmed')
  if (consentVersion) await agreeTo(deed, personId, 'seatPublicity', consentVersion)
  else if (!(await agrees(deed, personId, 'seatPublicity')))
    throw refused('council-needs-publicity', await cited(deed, row.council_id, 'seats'))
  await takeSeat(deed, row.seat_id!, personId, wayOf(row))
  await deed.tx
    .updateTable('seat_offer')
    .set({ state: 'accepted', answered_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', offerId)
    .execute()
}

export const lockedOffer = (deed: Deed, offerId: string): Promise<OfferRow | undefined> =>
  deed.tx
    .selectFrom('seat_offer')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', offerId)
    .forUpdate()
    .executeTakeFirst()

/** No, or no answer: the name goes at once, and the next substitute of the bench is asked. */
export async function closeOffer(deed: Deed, row: OfferRow, state: 'declined' | 'lapsed'): Promise<void> {
  await deed.tx
    .updateTable('seat_offer')
    .set({ state, person_id: null, answered_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', row.id)
    .execute()
  await record(deed, { kind: `council.seat.${state}`, plain: { council: row.council_id, offer: row.id } })
  if (row.bench) await offerFreeSeats(deed, row.council_id, row.bench as Bench, true)
}
