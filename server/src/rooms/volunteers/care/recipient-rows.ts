import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { findPerson } from '../../people/persons.ts'

export type RecipientRow = Selectable<Tables['care_recipient']>
type SealedColumn = 'name_sealed' | 'phone_sealed' | 'address_sealed'

const place = (deed: Deed, column: SealedColumn, id: string) => ({ street: deed.street.id, table: 'care_recipient', column, row: id })
export const sealIn = (deed: Deed, column: SealedColumn, id: string, text: string) =>
  deed.platform.sealer.seal(place(deed, column, id), text)
const openFrom = (deed: Deed, column: SealedColumn, row: RecipientRow): string | null =>
  row[column] ? deed.platform.sealer.open(place(deed, column, row.id), row[column]) : null

/**
 * Those who agreed and still agree, and those whose family asked. The consent is asked at every look: whoever withdrew it is nowhere from that moment,
 * even where the row could not be deleted yet.
 */
export const recipientRows = (deed: Deed) =>
  deed.tx
    .selectFrom('care_recipient')
    .selectAll('care_recipient')
    .where('care_recipient.street_id', '=', deed.street.id)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('care_recipient.state', '=', 'asked'),
        exists(
          selectFrom('consent')
            .select('consent.id')
            .whereRef('consent.street_id', '=', 'care_recipient.street_id')
            .whereRef('consent.person_id', '=', 'care_recipient.person_id')
            .where('consent.purpose', '=', 'careVisits')
            .where('consent.withdrawn_at', 'is', null),
        ),
      ]),
    )

export async function getRecipient(deed: Deed, id: string): Promise<RecipientRow> {
  const row = await recipientRows(deed).where('care_recipient.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('care-recipient')
  return row
}

/** Whom and where: opened for the coordinator one by one, and for the pair around the visit. */
export async function whoAndWhere(deed: Deed, row: RecipientRow): Promise<{ name: string; phone: string | null; address: string }> {
  const person = row.person_id ? await findPerson(deed, row.person_id) : undefined
  return {
    name: person?.name ?? openFrom(deed, 'name_sealed', row) ?? '',
    phone: person ? person.phone : openFrom(deed, 'phone_sealed', row),
    address: openFrom(deed, 'address_sealed', row)!,
  }
}

export async function deleteRecipient(deed: Deed, id: string): Promise<void> {
  await deed.tx.deleteFrom('care_recipient').where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}
