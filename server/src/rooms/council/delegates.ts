import type { Bench } from '@ronghe/contract/council/charter.ts'
import type { PostKind } from '@ronghe/contract/posts.ts'
import type { HeldPost } from '../../platform/auth/actor.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden } from '../../platform/http/problems.ts'
import { findPersons } from '../people/persons.ts'
import { cited } from './charter.ts'

/** Somebody in office on a day. The chair has no bench; a delegate's name is public with the seat. */
export interface Delegate {
  readonly personId: string
  readonly seatId: string
  readonly termId: string
  readonly bench: Bench | null
  readonly number: number
  readonly name: string
}

/** All delegates in office, the chair first, then the benches by number of seat. Quorum and majorities are of these. */
export async function delegatesInOffice(
  deed: Deed,
  councilId: string,
  day: string = dayIn(deed.street.zone, deed.now),
): Promise<Delegate[]> {
  const rows = await deed.tx
    .selectFrom('seat_term')
    .innerJoin('seat', (join) => join.onRef('seat.street_id', '=', 'seat_term.street_id').onRef('seat.id', '=', 'seat_term.seat_id'))
    .select(['seat_term.id', 'seat_term.seat_id', 'seat_term.person_id', 'seat.bench', 'seat.number'])
    .where('seat_term.street_id', '=', deed.street.id)
    .where('seat.council_id', '=', councilId)
    .where('seat_term.from_day', '<=', day)
    .where('seat_term.to_day', '>=', day)
    .orderBy('seat.bench', (order) => order.desc().nullsFirst())
    .orderBy('seat.number')
    .execute()
  const names = new Map(
    (
      await findPersons(
        deed,
        rows.map(({ person_id }) => person_id),
      )
    ).map(({ id, name }) => [id, name]),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    seatId: row.seat_id,
    termId: row.id,
    bench: row.bench as Bench | null,
    number: row.number,
    name: names.get(row.person_id) ?? '',
  }))
}

/** The post of this kind that the actor holds today in this very council. */
export const heldIn = (deed: Deed, councilId: string, ...kinds: readonly PostKind[]): HeldPost | undefined =>
  deed.actor.kind === 'person' ? deed.actor.posts.find(({ kind, organId }) => organId === councilId && kinds.includes(kind)) : undefined

/** The seat the actor holds today in this council, if any. */
export async function findDelegate(deed: Deed, councilId: string): Promise<Delegate | undefined> {
  const { actor } = deed
  if (actor.kind !== 'person') return undefined
  return (await delegatesInOffice(deed, councilId)).find(({ personId }) => personId === actor.personId)
}

/** The delegate who acts; anybody else is refused. */
export async function actingDelegate(deed: Deed, councilId: string): Promise<Delegate> {
  const delegate = await findDelegate(deed, councilId)
  if (!delegate) throw forbidden('council-not-delegate', await cited(deed, councilId, 'benches'))
  return delegate
}

/** Refuses whoever is not this council's clerk today. */
export function asClerk(deed: Deed, councilId: string): HeldPost {
  const post = heldIn(deed, councilId, 'councilClerk')
  if (!post) throw forbidden('council-not-clerk')
  return post
}
