import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { findPeople, openPerson, registerPerson } from '@ronghe/contract/people/desk.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { sql } from 'kysely'
import type { PersonActor } from '../../platform/auth/actor.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { maskName, maskPhone } from '../../platform/privacy/masking.ts'
import { isMobile } from '../../platform/privacy/normalise.ts'
import { consentsOf } from './consents.ts'
import { getCommunity, profileOf, saveProfile } from './my-data.ts'
import { createPerson, findByPhone, findPersons, getPerson, touchPerson, type Person } from './persons.ts'
import { choosePin } from './pin.ts'
import { residenceLevel } from './residence.ts'

const most = 10

/** By the whole number or by parts of the name, never by anything else, and never a list to leaf through. */
export async function find(
  deed: Deed,
  actor: PersonActor,
  { phone, name }: QueryOf<typeof findPeople>,
): Promise<ReplyOf<typeof findPeople>> {
  if (!phone && !name) throw refused('search-empty')
  if (phone && !isMobile(phone)) throw refused('search-empty')
  const found = phone ? await findByPhone(deed, phone) : await findByName(deed, name ?? '')
  const shown = found.slice(0, most)
  await recordAccess(
    deed,
    shown.map(({ id }) => ({ personId: id, purpose: 'search', permission: 'people.find' as const })),
  )
  await record(deed, { kind: 'people.desk.searched', plain: { by: phone ? 'phone' : 'name', found: shown.length } })
  const communities = await communitiesOf(deed, shown)
  return {
    items: shown.map((person) => ({
      id: person.id,
      name: maskName(person.name),
      phone: person.phone && maskPhone(person.phone),
      community: communities.get(person.id) ?? null,
      may: mayWith(actor, person.id),
    })),
    more: found.length > most,
  }
}

/** Uncovered by a tap; that is kept and the person can see it (07, rule 7). */
export async function open(
  deed: Deed,
  actor: PersonActor,
  personId: string,
  { purpose }: QueryOf<typeof openPerson>,
): Promise<ReplyOf<typeof openPerson>> {
  const person = await getPerson(deed, personId)
  await recordAccess(deed, { personId, purpose, permission: 'people.find' })
  await touchPerson(deed, personId)
  const profile = await profileOf(deed, personId)
  const { items } = await consentsOf(deed, personId, false)
  return {
    id: person.id,
    name: person.name,
    phone: person.phone,
    language: person.language,
    dialects: [...profile.dialects],
    community: profile.communityId ? await getCommunity(deed, profile.communityId) : null,
    address: profile.address,
    residence: (await residenceLevel(deed, personId)).level,
    consents: items.filter(({ given }) => given).map(({ purpose: agreed }) => agreed),
    may: mayWith(actor, personId),
  }
}

/** A desk or paper account is worth as much as one made on a phone; it may have no phone at all (D8). */
export async function register(
  deed: Deed,
  { name, phone, language, dialects, communityId, origin, shared, pin }: BodyOf<typeof registerPerson>,
): Promise<{ id: string }> {
  if (phone && !shared && (await findByPhone(deed, phone)).length > 0) throw refused('number-taken')
  const id = await createPerson(deed, { name, phone: phone ?? null, language, origin })
  if (pin) await choosePin(deed, id, { pin, share: false })
  if (dialects.length > 0 || communityId) await saveProfile(deed, id, { dialects, ...(communityId ? { communityId } : {}) })
  await recordAccess(deed, { personId: id, purpose: 'register', permission: 'people.register' })
  await record(deed, { kind: 'people.person.created', about: id, plain: { origin } })
  return { id }
}

/** Typed by the person in front of the clerk, so the clerk's own is set on the clerk's own page. A PIN tells apart who shares a number. */
export async function setPinFor(deed: Deed, actor: PersonActor, personId: string, pin: string): Promise<void> {
  if (personId === actor.personId) throw forbidden('pin-for-yourself')
  const { phone } = await getPerson(deed, personId)
  if (!phone) throw refused('pin-without-phone')
  await recordAccess(deed, { personId, purpose: 'choosePin', permission: 'people.register' })
  await choosePin(deed, personId, { pin, share: false })
  await notify(deed, personId, { template: 'pin-at-desk', link: '/me/devices', urgent: true })
}

async function findByName(deed: Deed, name: string): Promise<readonly Person[]> {
  const tokens = deed.platform.sealer.queryTokens(deed.street.id, name)
  // Every row contains the empty set of tokens: nothing searchable typed finds nobody.
  if (tokens.length === 0) throw refused('search-empty')
  const rows = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', '<>', 'closed')
    .where(sql<boolean>`name_tokens @> ${tokens}::text[]`)
    .orderBy('last_used_at', 'desc')
    .limit(most + 1)
    .execute()
  return findPersons(
    deed,
    rows.map(({ id }) => id),
  )
}

async function communitiesOf(deed: Deed, people: readonly Person[]): Promise<ReadonlyMap<string, Text>> {
  if (people.length === 0) return new Map()
  const rows = await deed.tx
    .selectFrom('profile')
    .innerJoin('community', (join) =>
      join.onRef('community.street_id', '=', 'profile.street_id').onRef('community.id', '=', 'profile.community_id'),
    )
    .select(['profile.person_id', 'community.name'])
    .where('profile.street_id', '=', deed.street.id)
    .where(
      'profile.person_id',
      'in',
      people.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map(({ person_id, name }) => [person_id, name as Text]))
}

const mayWith = ({ permissions, personId: own }: PersonActor, personId: string): string[] => [
  'people.desk.open',
  ...(personId !== own && permissions.has('people.assist') ? ['people.assist.start'] : []),
  ...(personId !== own && permissions.has('people.confirm') ? ['people.residence.confirm', 'people.sign-in.confirm-owner'] : []),
  ...(personId !== own && permissions.has('people.change-number') ? ['people.number-changes.request'] : []),
  ...(personId !== own && permissions.has('people.register') ? ['people.consents.enter-paper', 'people.desk.set-pin'] : []),
]
