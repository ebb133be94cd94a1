import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readHousehold } from '@ronghe/contract/people/households.ts'
import { queryCode } from '../../platform/codes.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { findPersons } from './persons.ts'

type Reply = ReplyOf<typeof readHousehold>
const invitationHours = 24

/** The other confirmed people a person lives with: they may not vouch for each other, confirm each other's hours or judge each other's items. */
export async function housemates(deed: Deed, personId: string): Promise<ReadonlySet<string>> {
  const own = await findMembership(deed, personId)
  if (!own?.confirmed_at) return new Set()
  const rows = await members(deed, own.household_id)
  return new Set(rows.filter((row) => row.confirmed_at !== null && row.person_id !== personId).map((row) => row.person_id))
}

export async function describeHousehold(deed: Deed, personId: string): Promise<Reply> {
  const own = await findMembership(deed, personId)
  if (!own) return { household: null, may: ['people.household.invite', 'people.household.join'] }
  const confirmed = own.confirmed_at !== null
  // Whoever is not confirmed yet could have guessed a code: they see themselves only.
  const rows = (await members(deed, own.household_id)).filter((row) => confirmed || row.person_id === personId)
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.map((row) => row.person_id),
      )
    ).map((person) => [person.id, person]),
  )
  return {
    household: {
      id: own.household_id,
      members: rows.map((row) => ({
        personId: row.person_id,
        name: people.get(row.person_id)?.name ?? '',
        confirmed: row.confirmed_at !== null,
        joinedAt: row.joined_at.toISOString(),
        me: row.person_id === personId,
        may: confirmed && row.confirmed_at === null ? ['people.household.confirm'] : [],
      })),
      may: ['people.household.leave', ...(confirmed ? ['people.household.invite'] : [])],
    },
    may: [],
  }
}

/** The first invitation makes the household. */
export async function invite(deed: Deed, personId: string): Promise<{ code: string; until: string }> {
  const own = await findMembership(deed, personId)
  if (own && !own.confirmed_at) throw refused('household-not-confirmed')
  const household = own?.household_id ?? (await startHousehold(deed, personId))
  const code = queryCode()
  const until = new Date(deed.now.getTime() + invitationHours * 3_600_000)
  await deed.tx
    .insertInto('household_invitation')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      household_id: household,
      code_hash: deed.platform.sealer.lookup(deed.street.id, 'code', code),
      expires_at: until,
    })
    .execute()
  await record(deed, { kind: 'people.household.invited', about: personId })
  return { code, until: until.toISOString() }
}

export async function join(deed: Deed, personId: string, code: string): Promise<Reply> {
  if (await findMembership(deed, personId)) throw refused('household-already')
  const invitation = await deed.tx
    .deleteFrom('household_invitation')
    .where('street_id', '=', deed.street.id)
    .where('code_hash', '=', deed.platform.sealer.lookup(deed.street.id, 'code', code))
    .where('expires_at', '>', deed.now)
    .returning('household_id')
    .executeTakeFirst()
  if (!invitation) throw refused('household-code-dead')
  const { household_id } = invitation
  await deed.tx
    .insertInto('household_member')
    .values({ street_id: deed.street.id, household_id, person_id: personId, joined_at: deed.now })
    .execute()
  for (const member of await members(deed, household_id)) {
    if (member.confirmed_at) await notify(deed, member.person_id, { template: 'household-join', link: '/me/household' })
  }
  await record(deed, { kind: 'people.household.joined', about: personId })
  return describeHousehold(deed, personId)
}

export async function confirm(deed: Deed, personId: string, otherId: string): Promise<Reply> {
  const own = await findMembership(deed, personId)
  if (!own) throw notFound('household')
  if (!own.confirmed_at) throw refused('household-not-confirmed')
  const { numUpdatedRows } = await deed.tx
    .updateTable('household_member')
    .set({ confirmed_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('household_id', '=', own.household_id)
    .where('person_id', '=', otherId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('member')
  await record(deed, { kind: 'people.household.confirmed', about: otherId })
  return describeHousehold(deed, personId)
}

/** The last one to go takes the household along. */
export async function leaveHome(deed: Deed, personId: string): Promise<void> {
  const own = await findMembership(deed, personId)
  if (!own) throw notFound('household')
  await removeMember(deed, personId)
  await record(deed, { kind: 'people.household.left', about: personId })
}

export async function removeMember(deed: Deed, personId: string): Promise<void> {
  const gone = await deed.tx
    .deleteFrom('household_member')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .returning('household_id')
    .execute()
  for (const { household_id } of gone) {
    const left = await members(deed, household_id)
    if (!left.some((row) => row.confirmed_at !== null))
      await deed.tx.deleteFrom('household').where('street_id', '=', deed.street.id).where('id', '=', household_id).execute()
  }
}

async function startHousehold(deed: Deed, personId: string): Promise<string> {
  const id = deed.id()
  await deed.tx.insertInto('household').values({ street_id: deed.street.id, id, created_at: deed.now }).execute()
  await deed.tx
    .insertInto('household_member')
    .values({ street_id: deed.street.id, household_id: id, person_id: personId, joined_at: deed.now, confirmed_at: deed.now })
    .execute()
  return id
}

const findMembership = (deed: Deed, personId: string) =>
  deed.tx
    .selectFrom('household_member')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()

const members = (deed: Deed, householdId: string) =>
  deed.tx
    .selectFrom('household_member')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('household_id', '=', householdId)
    .orderBy('joined_at')
    .execute()
