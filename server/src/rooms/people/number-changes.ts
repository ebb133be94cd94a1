import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { decideNumberChange, requestNumberChange } from '@ronghe/contract/people/number-changes.ts'
import type { Selectable } from 'kysely'
import type { PersonActor } from '../../platform/auth/actor.ts'
import { endSessions } from '../../platform/auth/open-session.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { NumberChangeTable } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { recordAccess } from '../../platform/privacy/access.ts'
import { maskName } from '../../platform/privacy/masking.ts'
import { phoneForm } from '../../platform/privacy/normalise.ts'
import { setting } from '../../platform/settings/settings.ts'
import { findByPhone, findPersons, getPerson, phoneColumns } from './persons.ts'

type Change = ReplyOf<typeof requestNumberChange>

/** Sensitive rooms wait so many days after a change; a request nobody seconded lapses after the same time. */
const daysOf = async (deed: Deed): Promise<number> => (await setting(deed, 'signIn')).numberChangeDays
const dayMs = 86_400_000
const phonePlace = (deed: Deed, row: string) => ({ street: deed.street.id, table: 'number_change', column: 'new_phone_sealed', row })

/** Ballots and check-ins refuse a number that was changed at a desk in the last days: time for the owner of the old one to speak up. */
export async function requireSettledNumber(deed: Deed, personId: string): Promise<void> {
  const row = await deed.tx
    .selectFrom('number_change')
    .select('sensitive_from')
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('sensitive_from', '>', deed.now)
    .executeTakeFirst()
  if (row?.sensitive_from) throw forbidden('number-fresh', { params: { day: dayIn(deed.street.zone, row.sensitive_from) } })
}

/** First of two at the desk. The old number is told before anything changes. */
export async function request(
  deed: Deed,
  actor: PersonActor,
  personId: string,
  { phone, reason }: BodyOf<typeof requestNumberChange>,
): Promise<Change> {
  if (personId === actor.personId) throw forbidden('change-own-number')
  const person = await getPerson(deed, personId)
  if (person.phone === phoneForm(phone)) throw refused('same-number')
  if ((await findByPhone(deed, phone)).length > 0) throw refused('number-taken')
  await deed.tx.selectFrom('person').select('id').where('street_id', '=', deed.street.id).where('id', '=', personId).forUpdate().execute()
  if ((await waiting(deed)).some((row) => row.person_id === personId)) throw refused('number-change-open')
  const id = deed.id()
  const row = await deed.tx
    .insertInto('number_change')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      first_staff: actor.personId,
      new_phone_sealed: deed.platform.sealer.seal(phonePlace(deed, id), phoneForm(phone)),
      new_phone_hash: deed.platform.sealer.lookup(deed.street.id, 'phone', phone),
      reason,
      requested_at: deed.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAccess(deed, { personId, purpose: 'changeNumber', permission: 'people.change-number' })
  await record(deed, { kind: 'people.number.requested', about: personId, plain: { reason } })
  await notify(deed, personId, { template: 'number-change', link: '/me/data', urgent: true, toNumber: person.phone })
  return toChange(deed, actor, row, person.name, await daysOf(deed))
}

export async function list(deed: Deed, actor: PersonActor): Promise<{ items: Change[] }> {
  const rows = await waiting(deed)
  const people = new Map(
    (
      await findPersons(
        deed,
        rows.map((row) => row.person_id),
      )
    ).map((person) => [person.id, person]),
  )
  await recordAccess(
    deed,
    rows.map((row) => ({ personId: row.person_id, purpose: 'changeNumber', permission: 'people.change-number' as const })),
  )
  const days = await daysOf(deed)
  return { items: rows.map((row) => toChange(deed, actor, row, people.get(row.person_id)?.name ?? '', days)) }
}

/** Second of two. Agreed, every device is signed out; after a loss the passkeys and the authenticator on the lost phone go too. */
export async function decide(
  deed: Deed,
  actor: PersonActor,
  changeId: string,
  { agree }: BodyOf<typeof decideNumberChange>,
): Promise<Change> {
  const { tx, street, now } = deed
  const row = await tx
    .selectFrom('number_change')
    .selectAll()
    .where('street_id', '=', street.id)
    .where('id', '=', changeId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('number-change')
  const days = await daysOf(deed)
  if (!isWaiting(deed, row, days)) throw refused('number-change-decided')
  if (row.person_id === actor.personId) throw forbidden('change-own-number')
  // Whoever asked may still take it back, but not agree with themselves.
  if (agree && row.first_staff === actor.personId) throw forbidden('two-staff')
  const person = await getPerson(deed, row.person_id)
  const decided = {
    second_staff: actor.personId,
    approved_at: agree ? now : null,
    sensitive_from: agree ? new Date(now.getTime() + days * dayMs) : null,
    refused_at: agree ? null : now,
  }
  await tx.updateTable('number_change').set(decided).where('street_id', '=', street.id).where('id', '=', changeId).execute()
  if (agree) {
    const phone = deed.platform.sealer.open(phonePlace(deed, changeId), row.new_phone_sealed)
    if ((await findByPhone(deed, phone)).length > 0) throw refused('number-taken')
    await tx
      .updateTable('person')
      .set(phoneColumns(deed, person.id, phone))
      .where('street_id', '=', street.id)
      .where('id', '=', person.id)
      .execute()
    await endSessions(deed, person.id)
    await tx.deleteFrom('device').where('street_id', '=', street.id).where('person_id', '=', person.id).execute()
    if (row.reason !== 'new') {
      await tx.deleteFrom('passkey').where('street_id', '=', street.id).where('person_id', '=', person.id).execute()
      await tx.deleteFrom('authenticator').where('street_id', '=', street.id).where('person_id', '=', person.id).execute()
    }
  }
  await recordAccess(deed, { personId: person.id, purpose: 'changeNumber', permission: 'people.change-number' })
  await record(deed, { kind: agree ? 'people.number.changed' : 'people.number.refused', about: person.id })
  await notify(deed, person.id, {
    template: agree ? 'number-changed' : 'number-refused',
    link: '/me/data',
    params: agree ? { days } : {},
    urgent: agree,
  })
  return toChange(deed, actor, { ...row, ...decided }, person.name, days)
}

async function waiting(deed: Deed) {
  const rows = await deed.tx
    .selectFrom('number_change')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('approved_at', 'is', null)
    .where('refused_at', 'is', null)
    .orderBy('requested_at')
    .execute()
  const days = await daysOf(deed)
  return rows.filter((row) => isWaiting(deed, row, days))
}

const isWaiting = (deed: Deed, row: Selectable<NumberChangeTable>, days: number): boolean =>
  !row.approved_at && !row.refused_at && deed.now.getTime() - row.requested_at.getTime() < days * dayMs

const toChange = (deed: Deed, actor: PersonActor, row: Selectable<NumberChangeTable>, name: string, days: number): Change => ({
  id: row.id,
  personId: row.person_id,
  name: maskName(name),
  reason: row.reason as Change['reason'],
  requestedAt: row.requested_at.toISOString(),
  sensitiveFrom: row.sensitive_from?.toISOString() ?? null,
  state: row.approved_at ? 'approved' : row.refused_at || !isWaiting(deed, row, days) ? 'refused' : 'waiting',
  may:
    isWaiting(deed, row, days) && row.person_id !== actor.personId && row.first_staff !== actor.personId
      ? ['people.number-changes.decide']
      : [],
})
