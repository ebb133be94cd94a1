import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { notFound } from '../../../platform/http/problems.ts'
import { recipientRows } from './recipient-rows.ts'

/**
 * Visits to those who agree today; a withdrawn consent takes its visits with it. When one takes place is what its shift says now, and `paired`
 * whether both still have their place on it: nobody goes alone.
 */
export const visitRows = (deed: Deed) =>
  deed.tx
    .selectFrom('care_visit')
    .innerJoin('shift', (join) => join.onRef('shift.street_id', '=', 'care_visit.street_id').onRef('shift.id', '=', 'care_visit.shift_id'))
    .select([
      'care_visit.id',
      'care_visit.recipient_id',
      'care_visit.shift_id',
      'care_visit.first_id',
      'care_visit.second_id',
      'care_visit.outcome',
      'care_visit.alert',
      'care_visit.alerted_at',
      'care_visit.alert_level',
      'care_visit.settled_at',
      'shift.starts_at',
      'shift.ends_at',
    ])
    .select(({ selectFrom }) =>
      selectFrom('sign_up')
        .select(sql<boolean>`count(*) = 2`.as('paired'))
        .whereRef('sign_up.street_id', '=', 'care_visit.street_id')
        .whereRef('sign_up.shift_id', '=', 'care_visit.shift_id')
        .where('sign_up.state', '=', 'placed')
        .where(({ or, eb, ref }) =>
          or([eb('sign_up.person_id', '=', ref('care_visit.first_id')), eb('sign_up.person_id', '=', ref('care_visit.second_id'))]),
        )
        .as('paired'),
    )
    .select(({ eb }) => eb('shift.cancelled_at', 'is not', null).as('called_off'))
    .where('care_visit.street_id', '=', deed.street.id)
    .where('care_visit.recipient_id', 'in', recipientRows(deed).clearSelect().select('care_recipient.id'))

export type VisitRow = Awaited<ReturnType<ReturnType<typeof visitRows>['execute']>>[number]

export async function getVisit(deed: Deed, id: string): Promise<VisitRow> {
  const row = await visitRows(deed).where('care_visit.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('care-visit')
  return row
}

export const nextVisitOf = (deed: Deed, recipientId: string): Promise<VisitRow | undefined> =>
  visitRows(deed)
    .where('care_visit.recipient_id', '=', recipientId)
    .where('shift.ends_at', '>', deed.now)
    .where('shift.cancelled_at', 'is', null)
    .orderBy('shift.starts_at')
    .limit(1)
    .executeTakeFirst()

/** Whether two go: both with their place, on a shift that takes place. */
export const isPaired = (row: VisitRow): boolean => row.paired === true && row.called_off === false
