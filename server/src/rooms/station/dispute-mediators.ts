import { sql } from 'kysely'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { groupsOf } from '../people/group.ts'
import { housemates } from '../people/households.ts'
import { findPersons } from '../people/persons.ts'
import { heldOn, today } from '../programme/posts.ts'
import type { DisputeRow } from './dispute-rows.ts'

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly post: Text
  readonly busyWith: number
  readonly group: string | null
}

/**
 * Who may mediate a dispute: holds a mediator's post today, is no party, lives with none, shares no organ's posts with one, and was not
 * refused here before. What a mediator is to a party is worked out anew each time and kept nowhere.
 */
export async function candidatesFor(deed: Deed, row: DisputeRow): Promise<readonly Candidate[]> {
  const { tx, street } = deed
  const parties = [row.requester_person_id, row.other_person_id].flatMap((id) => id ?? [])
  const near = new Set(parties)
  for (const party of parties) for (const person of await housemates(deed, party)) near.add(person)
  const held = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select(['appointment.person_id', 'post.kind', 'post.organ_id', 'post.name'])
    .execute()
  const organs = new Set(held.filter(({ person_id }) => parties.includes(person_id)).map(({ organ_id }) => organ_id))
  for (const { person_id, organ_id } of held) if (organs.has(organ_id)) near.add(person_id)
  const out = await tx
    .selectFrom('dispute_mediator')
    .select('person_id')
    .where('street_id', '=', street.id)
    .where('dispute_id', '=', row.id)
    .where('out', '=', true)
    .execute()
  for (const { person_id } of out) near.add(person_id)
  const fit = held.filter(({ kind, person_id }) => kind === 'mediator' && !near.has(person_id))
  const ids = [...new Set(fit.map(({ person_id }) => person_id))]
  const groups = await groupsOf(deed, ids)
  const { rows: busy } = await sql<{ person_id: string; n: number }>`
    select m.person_id, count(*)::int as n from dispute_mediator m join dispute d on d.street_id = m.street_id and d.id = m.dispute_id
    where m.street_id = ${street.id}::uuid and not m.out and d.ended_on is null group by m.person_id`.execute(tx)
  const busyWith = new Map(busy.map(({ person_id, n }) => [person_id, n]))
  return (await findPersons(deed, ids))
    .map(({ id, name }) => ({
      id,
      name,
      post: fit.find(({ person_id }) => person_id === id)!.name,
      busyWith: busyWith.get(id) ?? 0,
      group: groups.get(id) ?? null,
    }))
    .toSorted((one, other) => one.busyWith - other.busyWith || (one.id < other.id ? -1 : 1))
}

/** A pair, one from each group, whoever has least to do; whoever stays from before is kept. Undefined while there is none. */
export function suggestPair(candidates: readonly Candidate[], staying: readonly string[]): readonly [string, string] | undefined {
  const pick = (group: string) =>
    candidates.find(({ id, group: own }) => own === group && staying.includes(id)) ?? candidates.find(({ group: own }) => own === group)
  const [newcomer, local] = [pick('newcomer'), pick('local')]
  return newcomer && local ? [newcomer.id, local.id] : undefined
}

export async function mediatorsOf(deed: Deed, disputeId: string): Promise<readonly string[]> {
  const rows = await deed.tx
    .selectFrom('dispute_mediator')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('dispute_id', '=', disputeId)
    .where('out', '=', false)
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Replaces who is proposed. */
export async function setMediators(deed: Deed, disputeId: string, ids: readonly string[]): Promise<void> {
  const { tx, street, now } = deed
  await tx
    .deleteFrom('dispute_mediator')
    .where('street_id', '=', street.id)
    .where('dispute_id', '=', disputeId)
    .where('out', '=', false)
    .execute()
  if (ids.length > 0)
    await tx
      .insertInto('dispute_mediator')
      .values(ids.map((person_id) => ({ street_id: street.id, dispute_id: disputeId, person_id, proposed_at: now })))
      .execute()
}

export async function dropMediators(deed: Deed, disputeId: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await deed.tx
      .updateTable('dispute_mediator')
      .set({ out: true })
      .where('street_id', '=', deed.street.id)
      .where('dispute_id', '=', disputeId)
      .where('person_id', 'in', ids)
      .execute()
}
