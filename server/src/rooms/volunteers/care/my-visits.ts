import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { MyCareVisit, recordVisit as recordOperation } from '@ronghe/contract/volunteers/care.ts'
import type { Deed } from '../../../platform/deed.ts'
import { notFound, refused } from '../../../platform/http/problems.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { findPersons } from '../../people/persons.ts'
import { placeNames } from '../../programme/places.ts'
import { keepOutcome } from './outcomes.ts'
import { getRecipient, whoAndWhere } from './recipient-rows.ts'
import { isPaired, visitRows, type VisitRow } from './visit-rows.ts'
import { closesAt, mayRecord, maySee, opensAt } from './visit-window.ts'

/** Visits of which somebody is one of the pair and still has the place on the shift. For anybody else there is no such visit. */
const ownVisits = (deed: Deed, personId: string) =>
  visitRows(deed)
    .where(({ or, eb }) => or([eb('care_visit.first_id', '=', personId), eb('care_visit.second_id', '=', personId)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('sign_up')
          .select('sign_up.id')
          .whereRef('sign_up.street_id', '=', 'care_visit.street_id')
          .whereRef('sign_up.shift_id', '=', 'care_visit.shift_id')
          .where('sign_up.person_id', '=', personId)
          .where('sign_up.state', '=', 'placed'),
      ),
    )

export async function getOwnVisit(deed: Deed, personId: string, visitId: string): Promise<VisitRow> {
  const row = await ownVisits(deed, personId).where('care_visit.id', '=', visitId).executeTakeFirst()
  if (!row) throw notFound('care-visit')
  return row
}

/** Over two hours after its end, a visit is out of the list: the pair keeps nothing of whom they visited. */
export async function myVisits(deed: Deed, personId: string): Promise<{ items: MyCareVisit[] }> {
  const rows = await ownVisits(deed, personId)
    .where('shift.ends_at', '>=', new Date(deed.now.getTime() - 2 * 3_600_000))
    .where('shift.cancelled_at', 'is', null)
    .orderBy('shift.starts_at')
    .limit(20)
    .execute()
  const items: MyCareVisit[] = []
  for (const row of rows) items.push(await toMyVisit(deed, personId, row))
  return { items }
}

async function toMyVisit(deed: Deed, personId: string, row: VisitRow): Promise<MyCareVisit> {
  const recipient = await getRecipient(deed, row.recipient_id)
  const { communities } = await placeNames(deed)
  const [partner] = await findPersons(deed, [row.first_id === personId ? row.second_id : row.first_id])
  const records = mayRecord(row, deed.now) && (row.outcome === null || row.settled_at === null)
  return {
    id: row.id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    community: communities.get(recipient.community_id) ?? { 'zh-CN': '—' },
    partner: partner?.name ?? '',
    opensAt: opensAt(row).toISOString(),
    closesAt: closesAt(row).toISOString(),
    paired: isPaired(row),
    outcome: row.outcome,
    may: [
      ...(isPaired(row) && maySee(row, deed.now) ? (['open'] as const) : []),
      ...(records ? (['record'] as const) : []),
      ...(deed.now >= row.starts_at ? (['worry'] as const) : []),
    ],
  }
}

/** Name and door: from two hours before to two hours after, and the person visited sees who looked. */
export async function openVisit(deed: Deed, personId: string, visitId: string) {
  const row = await getOwnVisit(deed, personId, visitId)
  if (!maySee(row, deed.now)) throw refused('volunteers-care-not-now')
  if (!isPaired(row)) throw refused('volunteers-care-not-alone')
  const recipient = await getRecipient(deed, row.recipient_id)
  await recordAccess(deed, { personId: recipient.person_id!, purpose: 'careVisit', subject: { kind: 'careVisit', id: visitId } })
  return { ...(await whoAndWhere(deed, recipient)), closesAt: closesAt(row).toISOString() }
}

export async function recordVisit(
  deed: Deed,
  personId: string,
  visitId: string,
  { outcome, help }: BodyOf<typeof recordOperation>,
): Promise<MyCareVisit> {
  const row = await getOwnVisit(deed, personId, visitId)
  if (!mayRecord(row, deed.now)) throw refused('volunteers-care-not-now')
  return toMyVisit(deed, personId, await keepOutcome(deed, row, { outcome, help, channel: 'phone' }))
}
