import type { Bench } from '@ronghe/contract/council/charter.ts'
import { personOf } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound } from '../../platform/http/problems.ts'
import { delegatesInOffice, type Delegate } from './delegates.ts'
import { isPublic } from './motion-lifecycle.ts'
import { getMotion, type MotionRow } from './motion-rows.ts'

export const isAuthor = (deed: Deed, row: Pick<MotionRow, 'author_id'>): boolean =>
  row.author_id !== null && personOf(deed.actor) === row.author_id

/** A draft is its author's alone; to everybody else there is no such motion. */
export function mayRead(deed: Deed, row: MotionRow): boolean {
  return isPublic(row.state) && !(row.state === 'withdrawn' && row.seeking_at === null && row.filed_on === null)
    ? true
    : isAuthor(deed, row)
}

export async function readable(deed: Deed, id: string, lock: 'lock' | 'look' = 'look'): Promise<MotionRow> {
  const row = await getMotion(deed, id, lock)
  if (!mayRead(deed, row)) throw notFound('motion')
  return row
}

/** The motion of the person who asks, locked; of others' motions this is refused, and of others' drafts nothing is known. */
export async function ownMotion(deed: Deed, id: string): Promise<MotionRow> {
  const row = await readable(deed, id, 'lock')
  if (!isAuthor(deed, row)) throw forbidden('motion-not-author')
  return row
}

export async function findDelegate(deed: Deed, councilId: string): Promise<Delegate | undefined> {
  const personId = personOf(deed.actor)
  return personId ? (await delegatesInOffice(deed, councilId)).find((one) => one.personId === personId) : undefined
}

export interface Signer {
  readonly personId: string
  readonly bench: Bench | null
  readonly name: string
}

/** Delegates who signed a motion, in the order in which they did; whoever closed the account since has no name. */
export async function cosigners(deed: Deed, motionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Omit<Signer, 'name'>[]>> {
  if (motionIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('motion_cosign')
    .select(['motion_id', 'person_id', 'bench'])
    .where('street_id', '=', deed.street.id)
    .where('motion_id', 'in', [...motionIds])
    .orderBy('signed_on')
    .orderBy('seat_term_id')
    .execute()
  return Map.groupBy(
    rows.map(({ motion_id, person_id, bench }) => ({ motion: motion_id, personId: person_id, bench: bench as Bench | null })),
    ({ motion }) => motion,
  )
}

/** How many residents' signatures count: those given in person, and those of compared sheets. */
export async function supportCounts(deed: Deed, motionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (motionIds.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('motion_support')
    .select(({ fn }) => ['motion_id', fn.countAll<string>().as('count')])
    .where('street_id', '=', deed.street.id)
    .where('motion_id', 'in', [...motionIds])
    .where((one) => one.or([one('sheet', 'is', null), one('confirmed_on', 'is not', null)]))
    .groupBy('motion_id')
    .execute()
  return new Map(rows.map(({ motion_id, count }) => [motion_id, Number(count)]))
}
