import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { correctMyData, MyData } from '@ronghe/contract/people/my-data.ts'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { groupState } from './group.ts'
import { findByPhone, getPerson, nameColumns } from './persons.ts'

const addressPlace = (deed: Deed, person: string) => ({ street: deed.street.id, table: 'profile', column: 'address_sealed', row: person })

export interface Profile {
  readonly homeCounty: string | null
  readonly dialects: readonly string[]
  readonly communityId: string | null
  readonly address: string | null
}

/** What a person chose to add to name and number; all of it may be missing. */
export async function profileOf(deed: Deed, personId: string): Promise<Profile> {
  const row = await deed.tx
    .selectFrom('profile')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return {
    homeCounty: row?.home_county ?? null,
    dialects: row?.dialects ?? [],
    communityId: row?.community_id ?? null,
    address: row?.address_sealed ? deed.platform.sealer.open(addressPlace(deed, personId), row.address_sealed) : null,
  }
}

export async function describeMyData(deed: Deed, actor: PersonActor): Promise<MyData> {
  const { street, tx } = deed
  const person = await getPerson(deed, actor.personId)
  const row = await tx
    .selectFrom('person')
    .select(['appearance', 'created_at'])
    .where('street_id', '=', street.id)
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  const profile = await profileOf(deed, person.id)
  const group = await groupState(deed, person.id)
  const communities = await tx
    .selectFrom('community')
    .select(['id', 'name'])
    .where('street_id', '=', street.id)
    .orderBy('position')
    .execute()
  const inPerson = actor.session === 'open'
  return {
    id: person.id,
    name: person.name,
    phone: person.phone,
    language: person.language,
    appearance: row.appearance,
    ...profile,
    dialects: [...profile.dialects],
    communities,
    group: { choice: group.choice, since: group.since?.toISOString() ?? null, mayChangeFrom: group.mayChangeFrom?.toISOString() ?? null },
    createdAt: row.created_at.toISOString(),
    sharedNumber: person.phone !== null && (await findByPhone(deed, person.phone)).length > 1,
    may: [
      'people.my-data.correct',
      'people.data-requests.ask',
      ...(inPerson ? ['people.my-data.export', 'people.leaving.leave', 'people.pin.set'] : []),
      ...(inPerson && group.mayChangeFrom === null ? ['people.group.choose'] : []),
    ],
  }
}

/** What is left out stays, null removes. Which fields changed is journalled, their contents are not. */
export async function correct(deed: Deed, personId: string, change: BodyOf<typeof correctMyData>): Promise<void> {
  const { tx, street } = deed
  const { name, language, appearance, ...rest } = change
  const account = {
    ...(name !== undefined ? nameColumns(deed, personId, name) : {}),
    ...(language ? { language } : {}),
    ...(appearance ? { appearance } : {}),
  }
  if (Object.keys(account).length > 0)
    await tx.updateTable('person').set(account).where('street_id', '=', street.id).where('id', '=', personId).execute()
  if (Object.keys(rest).length > 0) await saveProfile(deed, personId, rest)
  await record(deed, { kind: 'people.data.corrected', about: personId, plain: { fields: Object.keys(change).sort().join(' ') } })
}

export async function saveProfile(deed: Deed, personId: string, change: Partial<Profile>): Promise<void> {
  if (change.communityId) await getCommunity(deed, change.communityId)
  const columns = {
    ...(change.homeCounty !== undefined ? { home_county: change.homeCounty } : {}),
    ...(change.dialects !== undefined ? { dialects: [...change.dialects] } : {}),
    ...(change.communityId !== undefined ? { community_id: change.communityId } : {}),
    ...(change.address !== undefined
      ? { address_sealed: change.address ? deed.platform.sealer.seal(addressPlace(deed, personId), change.address) : null }
      : {}),
    changed_at: deed.now,
  }
  await deed.tx
    .insertInto('profile')
    .values({ street_id: deed.street.id, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet(columns))
    .execute()
}

export async function getCommunity(deed: Deed, id: string) {
  const community = await deed.tx
    .selectFrom('community')
    .select(['id', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!community) throw notFound('community')
  return community
}
