import type { Language } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { notFound } from '../../platform/http/problems.ts'
import { phoneForm } from '../../platform/privacy/normalise.ts'

/** A person as the rooms may know them: name and phone opened, nothing else. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly language: Language
  readonly state: 'active' | 'closing' | 'closed'
}

export interface NewPerson {
  readonly name: string
  readonly phone?: string | null
  readonly language?: Language
  readonly appearance?: 'normal' | 'large' | 'contrast'
  readonly origin: 'self' | 'desk' | 'paper' | 'import' | 'demo' | 'setup'
  readonly id?: string
}

/** The part of a deed it takes to make a row; the demo's bulk load has no more. */
type Sealing = Pick<Deed, 'street' | 'platform' | 'now' | 'id'>
const namePlace = (deed: Pick<Deed, 'street'>, id: string) => ({ street: deed.street.id, table: 'person', column: 'name_sealed', row: id })
const phonePlace = (deed: Pick<Deed, 'street'>, id: string) => ({
  street: deed.street.id,
  table: 'person',
  column: 'phone_sealed',
  row: id,
})

/** A name as it is stored: sealed, and findable by its hashed parts. */
export const nameColumns = (deed: Sealing, id: string, name: string) => ({
  name_sealed: deed.platform.sealer.seal(namePlace(deed, id), name),
  name_tokens: deed.platform.sealer.nameTokens(deed.street.id, name),
})

/** A number as it is stored: sealed, and found by its keyed hash; known to be the owner's as of now. */
export const phoneColumns = (deed: Sealing, id: string, phone: string) => {
  const number = phoneForm(phone)
  return {
    phone_sealed: deed.platform.sealer.seal(phonePlace(deed, id), number),
    phone_hash: deed.platform.sealer.lookup(deed.street.id, 'phone', number),
    phone_seen_at: deed.now,
  }
}

/** The row of an account: name and phone, sealed; nothing else is required of anybody (02-domain, person). */
export function personRow(deed: Sealing, { name, phone, language = 'zh-CN', appearance = 'normal', origin, id = deed.id() }: NewPerson) {
  return {
    street_id: deed.street.id,
    id,
    ...nameColumns(deed, id, name),
    ...(phone ? phoneColumns(deed, id, phone) : { phone_sealed: null, phone_hash: null }),
    // Nobody was ever reached at a number of the demo: however old its data are, the first visitor is let in.
    phone_seen_at: phone && origin !== 'demo' ? deed.now : null,
    language,
    appearance,
    origin,
    created_at: deed.now,
    last_used_at: deed.now,
  }
}

export async function createPerson(deed: Deed, person: NewPerson): Promise<string> {
  const row = personRow(deed, person)
  await deed.tx.insertInto('person').values(row).execute()
  return row.id
}

export async function findPerson(deed: Deed, id: string): Promise<Person | undefined> {
  const [person] = await findPersons(deed, [id])
  return person
}

export async function getPerson(deed: Deed, id: string): Promise<Person> {
  const person = await findPerson(deed, id)
  if (!person) throw notFound('person')
  return person
}

/** Several at once, in the order asked; unknown ids are left out. */
export async function findPersons(deed: Deed, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await deed.tx
    .selectFrom('person')
    .select(['id', 'name_sealed', 'phone_sealed', 'language', 'state'])
    .where('street_id', '=', deed.street.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const found = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: deed.platform.sealer.open(namePlace(deed, row.id), row.name_sealed),
        phone: row.phone_sealed ? deed.platform.sealer.open(phonePlace(deed, row.id), row.phone_sealed) : null,
        language: row.language === 'en' ? 'en' : 'zh-CN',
        state: row.state,
      } satisfies Person,
    ]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Everybody with this number, oldest first: several people may share one (08, Sign-in). */
export async function findByPhone(deed: Deed, phone: string): Promise<readonly Person[]> {
  const rows = await deed.tx
    .selectFrom('person')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('phone_hash', '=', deed.platform.sealer.lookup(deed.street.id, 'phone', phoneForm(phone)))
    .where('state', '<>', 'closed')
    .orderBy('created_at')
    .execute()
  return findPersons(
    deed,
    rows.map(({ id }) => id),
  )
}

/** The desk served this person: the account is in use, also when its owner has no phone. */
export async function touchPerson({ tx, street, now }: Deed, id: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ last_used_at: now, warned_at: null })
    .where('street_id', '=', street.id)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute()
}
