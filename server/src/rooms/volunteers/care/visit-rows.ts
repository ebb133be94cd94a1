import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { recipientRows } from './recipient-rows.ts'

export type VisitRow = Selectable<Tables['care_visit']>

/** Visits to those who agree today; a withdrawn consent takes its visits with it. */
export const visitRows = (deed: Deed) =>
  deed.tx
    .selectFrom('care_visit')
    .selectAll('care_visit')
    .where('care_visit.street_id', '=', deed.street.id)
    .where('care_visit.recipient_id', 'in', recipientRows(deed).clearSelect().select('care_recipient.id'))

export async function getVisit(deed: Deed, id: string): Promise<VisitRow> {
  const row = await visitRows(deed).where('care_visit.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('care-visit')
  return row
}

export const nextVisitOf = (deed: Deed, recipientId: string): Promise<VisitRow | undefined> =>
  visitRows(deed)
    .where('care_visit.recipient_id', '=', recipientId)
    .where('care_visit.ends_at', '>', deed.now)
    .orderBy('care_visit.starts_at')
    .limit(1)
    .executeTakeFirst()
