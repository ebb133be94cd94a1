import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { ProxyRelation, ProxyScope, type giveProxy, type listProxies, type withdrawProxy } from '@ronghe/contract/people/proxies.ts'
import type { Selectable } from 'kysely'
import { addDays, dayIn } from '../../platform/calendar/working-days.ts'
import type { ProxyTable } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { findByPhone, findPersons } from './persons.ts'

const namePlace = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'proxy', column: 'agent_name_sealed', row })
const longestDays = 366
type Scope = 'handIn' | 'cases'

/** What `agentId` may do for `personId` today: nothing, hand papers in, or follow the cases too (08, Sign-in: employers never follow). */
export async function proxyScope(deed: Deed, personId: string, agentId: string): Promise<Scope | null> {
  const rows = await deed.tx
    .selectFrom('proxy')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('agent_id', '=', agentId)
    .execute()
  const scopes = rows.filter((row) => inForce(deed, row)).map((row) => row.scope as Scope)
  return scopes.includes('cases') ? 'cases' : (scopes[0] ?? null)
}

export async function proxiesOf(deed: Deed, personId: string, inPerson: boolean): Promise<ReplyOf<typeof listProxies>> {
  const { tx, street } = deed
  const given = await tx
    .selectFrom('proxy')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('person_id', '=', personId)
    .orderBy('given_at', 'desc')
    .execute()
  const held = (
    await tx.selectFrom('proxy').selectAll().where('street_id', '=', street.id).where('agent_id', '=', personId).execute()
  ).filter((row) => inForce(deed, row))
  const people = new Map(
    (
      await findPersons(
        deed,
        held.map((row) => row.person_id),
      )
    ).map((person) => [person.id, person]),
  )
  return {
    given: given.map((row) => toProxy(deed, row)),
    held: held.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: people.get(row.person_id)?.name ?? '',
      scope: ProxyScope.parse(row.scope),
      endsOn: row.ends_on,
    })),
    may: inPerson ? ['people.proxies.give'] : [],
  }
}

export async function giveTo(
  deed: Deed,
  personId: string,
  { name, phone, relation, scope, endsOn }: BodyOf<typeof giveProxy>,
): Promise<ReplyOf<typeof giveProxy>> {
  if (scope === 'cases' && (relation === 'employer' || relation === 'landlord')) throw refused('proxy-only-papers')
  const today = dayIn(deed.street.zone, deed.now)
  const last = addDays(today, longestDays)
  if (endsOn && (endsOn > last || endsOn < today)) throw refused('proxy-too-long')
  // Number and name together, so that trying numbers tells nobody who is registered.
  const agent = phone ? (await findByPhone(deed, phone)).find((person) => person.name === name) : undefined
  if (agent?.id === personId) throw refused('proxy-yourself')
  const id = deed.id()
  const row = await deed.tx
    .insertInto('proxy')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      agent_id: agent?.id ?? null,
      agent_name_sealed: deed.platform.sealer.seal(namePlace(deed, id), name),
      relation,
      scope,
      basis: 'self',
      given_at: deed.now,
      ends_on: endsOn ?? last,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'people.proxy.given', about: personId, plain: { scope } })
  return toProxy(deed, row)
}

export async function takeBack(deed: Deed, personId: string, proxyId: string): Promise<ReplyOf<typeof withdrawProxy>> {
  const row = await deed.tx
    .selectFrom('proxy')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('id', '=', proxyId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('proxy')
  if (row.withdrawn_at) throw refused('proxy-over')
  await deed.tx
    .updateTable('proxy')
    .set({ withdrawn_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', proxyId)
    .execute()
  await record(deed, { kind: 'people.proxy.withdrawn', about: personId })
  return toProxy(deed, { ...row, withdrawn_at: deed.now })
}

const inForce = (deed: Deed, row: Selectable<ProxyTable>): boolean =>
  row.withdrawn_at === null && (row.ends_on === null || row.ends_on >= dayIn(deed.street.zone, deed.now))

const toProxy = (deed: Deed, row: Selectable<ProxyTable>): ReplyOf<typeof giveProxy> => ({
  id: row.id,
  agentName: deed.platform.sealer.open(namePlace(deed, row.id), row.agent_name_sealed),
  hasAccount: row.agent_id !== null,
  relation: ProxyRelation.parse(row.relation),
  scope: ProxyScope.parse(row.scope),
  givenAt: row.given_at.toISOString(),
  endsOn: row.ends_on,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  may: inForce(deed, row) ? ['people.proxies.withdraw'] : [],
})
