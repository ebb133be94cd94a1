import type { Bench, Charter } from '@ronghe/contract/council/charter.ts'
import { benches } from '@ronghe/contract/council/charter.ts'
import { addMonths } from '@ronghe/forms'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost } from '../programme/acting-post.ts'
import { cited } from './charter.ts'
import { keepBenchPost } from './bench-posts.ts'

/** Gives a council its first charter, in force at once, and the empty seats of it. Afterwards only the charter's own procedure changes it. */
export async function foundCouncil(deed: Deed, councilId: string, charter: Charter): Promise<string> {
  const { tx, street } = deed
  const there = await tx
    .selectFrom('charter_version')
    .select('id')
    .where('street_id', '=', street.id)
    .where('council_id', '=', councilId)
    .executeTakeFirst()
  if (there) throw refused('council-founded-already', await cited(deed, councilId, 'change'))
  const id = deed.id()
  await tx
    .insertInto('charter_version')
    .values({
      street_id: street.id,
      id,
      council_id: councilId,
      number: 1,
      charter: JSON.stringify(charter),
      state: 'adopted',
      in_force_from: dayIn(street.zone, deed.now),
      created_at: deed.now,
      created_by_post: actingPost(deed, 'council.found')?.id ?? null,
    })
    .execute()
  await setUpSeats(deed, councilId, charter)
  await record(deed, { kind: 'council.charter.founded', plain: { council: councilId, version: id } })
  return id
}

/** The seats the charter asks for that are not there yet. */
export async function setUpSeats(deed: Deed, councilId: string, { parameters }: Charter): Promise<void> {
  const wanted: readonly (readonly [Bench | null, number])[] = [
    [null, 1],
    ...benches.map((bench) => [bench, parameters.benches[bench]] as const),
  ]
  const there = await deed.tx
    .selectFrom('seat')
    .select(['id', 'bench', 'number', 'ended_on'])
    .where('street_id', '=', deed.street.id)
    .where('council_id', '=', councilId)
    .execute()
  const again = there.filter(
    (seat) => seat.ended_on !== null && wanted.some(([bench, seats]) => seat.bench === bench && seat.number <= seats),
  )
  for (const { id } of again)
    await deed.tx.updateTable('seat').set({ ended_on: null }).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  const missing = wanted.flatMap(([bench, seats]) =>
    Array.from({ length: seats }, (_, index) => ({ bench, number: index + 1 })).filter(
      (seat) => !there.some((known) => known.bench === seat.bench && known.number === seat.number),
    ),
  )
  if (missing.length === 0) return
  await deed.tx
    .insertInto('seat')
    .values(missing.map((seat) => ({ street_id: deed.street.id, id: deed.id(), council_id: councilId, ...seat })))
    .execute()
}

/** Seats somebody who already holds the post: the term begins today and runs as the charter says. */
export async function seatPerson(
  deed: Deed,
  councilId: string,
  {
    seatId,
    personId,
    appointmentId,
    way,
  }: {
    readonly seatId: string
    readonly personId: string
    readonly appointmentId: string
    readonly way: 'sortition' | 'election' | 'nomination' | 'substitute' | 'office'
  },
  termMonths: number,
): Promise<void> {
  const today = dayIn(deed.street.zone, deed.now)
  const lastDay = addDays(addMonths(today, termMonths), -1)
  const seat = await deed.tx
    .selectFrom('seat')
    .select('bench')
    .where('street_id', '=', deed.street.id)
    .where('id', '=', seatId)
    .executeTakeFirstOrThrow()
  const { post_id } = await deed.tx
    .updateTable('appointment')
    .set({ ends_on: lastDay })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', appointmentId)
    .returning('post_id')
    .executeTakeFirstOrThrow()
  await keepBenchPost(deed, councilId, seat.bench as Bench | null, post_id)
  await deed.tx
    .insertInto('seat_term')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      seat_id: seatId,
      appointment_id: appointmentId,
      person_id: personId,
      from_day: today,
      to_day: lastDay,
      full_to_day: lastDay,
      way,
      created_at: deed.now,
    })
    .execute()
  await record(deed, { kind: 'council.seat.taken', about: personId, plain: { council: councilId, seat: seatId, way } })
}
