import type { Declaration, InterestWhy } from '@ronghe/contract/council/interests.ts'
import type { Text } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { housemates } from '../people/households.ts'
import { getOrgan, organNames } from '../programme/organ-rows.ts'
import { heldOn, today } from '../programme/posts.ts'
import { cited } from './charter.ts'
import { delegatesInOffice } from './delegates.ts'

/** A delegate who has to stand aside on an item, and why: what stands in the minutes is the reason, never the housemate. */
export interface Interest {
  readonly personId: string
  readonly why: InterestWhy
  /** The organ concerned; null where the party is a person. */
  readonly organ: { readonly id: string; readonly name: Text } | null
}

/**
 * Who of the council in office is tied to one of the parties of an item: applicants, contractors, employers, landlords. A party is an organ or a
 * person. Read from the register of posts, confirmed households and the delegates' own registers (08, Interest).
 */
export async function interestsOf(deed: Deed, councilId: string, partyIds: readonly string[]): Promise<readonly Interest[]> {
  const parties = partyIds.filter((id) => id !== councilId)
  if (parties.length === 0) return []
  const day = today(deed)
  const delegates = (await delegatesInOffice(deed, councilId)).map(({ personId }) => personId)
  if (delegates.length === 0) return []
  const homes = new Map<string, ReadonlySet<string>>()
  for (const delegate of delegates) homes.set(delegate, await housemates(deed, delegate))
  const everybody = [...new Set([...delegates, ...[...homes.values()].flatMap((home) => [...home])])]
  // The branch's organs are not in the register of posts that counts here (D1).
  const posts = await heldOn(deed, day)
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['appointment.person_id', 'organ.id as organ_id'])
    .where('organ.kind', '<>', 'branch')
    .where('organ.id', 'in', [...parties])
    .where('appointment.person_id', 'in', everybody)
    .execute()
  const declared = await deed.tx
    .selectFrom('interest_declaration')
    .select(['person_id', 'organ_id'])
    .where('street_id', '=', deed.street.id)
    .where('person_id', 'in', delegates)
    .where('organ_id', 'in', [...parties])
    .where('since', '<=', day)
    .where((one) => one.or([one('ended_on', 'is', null), one('ended_on', '>', day)]))
    .execute()
  const names = await organNames(deed, parties)
  const organ = (id: string | null) => (id && names.has(id) ? { id, name: names.get(id)! } : null)
  return delegates.flatMap((personId): Interest[] => {
    const home = homes.get(personId)!
    return [
      ...(parties.includes(personId) ? [{ personId, why: 'self' as const, organ: null }] : []),
      ...posts
        .filter((post) => post.person_id === personId)
        .map((post) => ({ personId, why: 'post' as const, organ: organ(post.organ_id) })),
      ...parties.filter((party) => home.has(party)).map(() => ({ personId, why: 'household' as const, organ: null })),
      ...posts
        .filter((post) => home.has(post.person_id))
        .map((post) => ({ personId, why: 'household' as const, organ: organ(post.organ_id) })),
      ...declared
        .filter((one) => one.person_id === personId)
        .map((one) => ({ personId, why: 'declared' as const, organ: organ(one.organ_id) })),
    ]
  })
}

/** What ties one person to the parties of an item, or undefined. */
export async function interestIn(
  deed: Deed,
  councilId: string,
  personId: string,
  concernedOrgans: readonly string[],
): Promise<Interest | undefined> {
  return (await interestsOf(deed, councilId, concernedOrgans)).find((interest) => interest.personId === personId)
}

/** Refuses whoever is tied to a party of the item, with the article: the chair whose organisation bids does not chair. */
export async function refuseInterested(deed: Deed, councilId: string, personId: string, concernedOrgans: readonly string[]): Promise<void> {
  if (await interestIn(deed, councilId, personId, concernedOrgans))
    throw refused('council-interest', await cited(deed, councilId, 'interest'))
}

const partyPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'interest_declaration', column: 'party_sealed', row: id })

/** What somebody entered about themselves and holds today. */
export async function declarationsOf(deed: Deed, personId: string): Promise<Declaration[]> {
  const rows = await deed.tx
    .selectFrom('interest_declaration')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  const names = await organNames(
    deed,
    rows.flatMap(({ organ_id }) => organ_id ?? []),
  )
  return rows.map(({ id, kind, organ_id, party_sealed, since }) => ({
    id,
    kind: kind as Declaration['kind'],
    organ: organ_id ? { id: organ_id, name: names.get(organ_id)! } : null,
    party: party_sealed ? deed.platform.sealer.open(partyPlace(deed, id), party_sealed) : null,
    since,
  }))
}

export async function myInterests(deed: Deed, personId: string) {
  const held = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .innerJoin('organ', (join) => join.onRef('organ.street_id', '=', 'post.street_id').onRef('organ.id', '=', 'post.organ_id'))
    .select(['organ.id', 'organ.name', 'post.name as post'])
    .where('appointment.person_id', '=', personId)
    .where('organ.kind', 'not in', ['council', 'branch'])
    .orderBy('post.id')
    .execute()
  const organs = await deed.tx
    .selectFrom('organ')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('public', '=', true)
    .where('kind', 'not in', ['council', 'branch'])
    .where('ended_on', 'is', null)
    .orderBy('id')
    .execute()
  return {
    declared: await declarationsOf(deed, personId),
    fromPosts: held.map(({ id, name, post }) => ({ organ: { id, name }, post })),
    organs,
  }
}

export async function declareInterest(
  deed: Deed,
  personId: string,
  { kind, organId, party }: { readonly kind: Declaration['kind']; readonly organId: string | null; readonly party: string | null },
): Promise<Declaration> {
  if ((organId === null) === (party === null)) throw unfit([{ path: 'organId', code: 'field-choice' }])
  if (organId && ['branch', 'council'].includes((await getOrgan(deed, organId)).kind))
    throw unfit([{ path: 'organId', code: 'field-choice' }])
  const id = deed.id()
  await deed.tx
    .insertInto('interest_declaration')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      kind,
      organ_id: organId,
      party_sealed: party === null ? null : deed.platform.sealer.seal(partyPlace(deed, id), party),
      since: today(deed),
    })
    .execute()
  await record(deed, { kind: 'council.interest.declared', about: personId, plain: { declaration: id, kind } })
  return (await declarationsOf(deed, personId)).find((one) => one.id === id)!
}

export async function endInterest(deed: Deed, personId: string, id: string): Promise<void> {
  const { numUpdatedRows } = await deed.tx
    .updateTable('interest_declaration')
    .set({ ended_on: today(deed) })
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('declaration')
  await record(deed, { kind: 'council.interest.ended', about: personId, plain: { declaration: id } })
}
