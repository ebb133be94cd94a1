import type { Bench } from '@ronghe/contract/council/charter.ts'
import { benches } from '@ronghe/contract/council/charter.ts'
import type { Deed } from '../../platform/deed.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import { today } from '../programme/posts.ts'
import { watchChair } from './chair.ts'
import { charterInForce } from './charter.ts'
import { foundedCouncils } from './councils.ts'
import { closeDueDraws, finishDraws, workOutLottery } from './draws.ts'
import { setUpSeats } from './founding.ts'
import { watchRoster } from './parity.ts'
import { closeOffer, offerFreeSeats } from './seat-offers.ts'
import { endTerm, vacantSeats } from './seats.ts'

/** Every morning: seats follow the charter in force, the posts and the substitutes, and the benches are compared. */
export async function tendSeats(deed: Deed): Promise<void> {
  await closeDueDraws(deed)
  for (const councilId of await foundedCouncils(deed)) {
    await endTermsWithoutPost(deed, councilId)
    await watchChair(deed, councilId)
    const { charter } = await charterInForce(deed, councilId)
    await setUpSeats(deed, councilId, charter)
    await endSurplusSeats(deed, councilId, charter.parameters.benches)
    await lapseOffers(deed, councilId)
    for (const bench of benches) await offerFreeSeats(deed, councilId, bench, false)
    await watchRoster(deed, councilId)
  }
  await finishDraws(deed)
}

/** Whoever lost the post lost the seat: the street may end an appointment like any other. */
async function endTermsWithoutPost(deed: Deed, councilId: string): Promise<void> {
  const rows = await deed.tx
    .selectFrom('seat_term')
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .innerJoin('appointment', (join) =>
      join.onRef('appointment.street_id', '=', 'seat_term.street_id').onRef('appointment.id', '=', 'seat_term.appointment_id'),
    )
    .select('seat_term.id')
    .where('seat_term.street_id', '=', deed.street.id)
    .where('seat.council_id', '=', councilId)
    .where('seat_term.to_day', '>=', today(deed))
    .where('seat_term.ended_because', 'is', null)
    .where((one) => one.or([one('appointment.revoked_at', 'is not', null), one('appointment.ends_on', '<', today(deed))]))
    .execute()
  for (const { id } of rows) await endTerm(deed, id, 'left')
}

/** A seat a newer charter no longer has ends when nobody sits on it. */
async function endSurplusSeats(deed: Deed, councilId: string, wanted: Readonly<Record<Bench, number>>): Promise<void> {
  const surplus = (await vacantSeats(deed, councilId)).filter(({ bench, number }) => number > wanted[bench!])
  if (surplus.length === 0) return
  await deed.tx
    .updateTable('seat')
    .set({ ended_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where(
      'id',
      'in',
      surplus.map(({ id }) => id),
    )
    .execute()
}

async function lapseOffers(deed: Deed, councilId: string): Promise<void> {
  const rows = await deed.tx
    .selectFrom('seat_offer')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .where('state', '=', 'offered')
    .where('answer_by', '<', today(deed))
    .execute()
  for (const row of rows) await closeOffer(deed, row, 'lapsed')
}

export const seatJobs: readonly Job[] = [
  { name: 'council.seats', every: '20 5 * * *', run: tendSeats },
  { name: 'council.draw.lottery', run: (deed, { draw }) => workOutLottery(deed, draw!) },
]
