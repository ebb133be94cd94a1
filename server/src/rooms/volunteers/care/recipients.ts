import type { CareRecipientLine } from '@ronghe/contract/volunteers/care.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { dayIn } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { placeNames } from '../../programme/places.ts'
import { getRecipient, recipientRows, whoAndWhere, type RecipientRow } from './recipient-rows.ts'
import { nextVisitOf, visitRows } from './visit-rows.ts'

/** Numbers and communities. There is no list of names, and nothing that writes one to a file. */
export async function listRecipients(deed: Deed): Promise<{ items: CareRecipientLine[] }> {
  const rows = await recipientRows(deed).orderBy('care_recipient.number').execute()
  const items: CareRecipientLine[] = []
  for (const row of rows) items.push(await describeRecipient(deed, row))
  return { items }
}

export async function describeRecipient(deed: Deed, row: RecipientRow): Promise<CareRecipientLine> {
  const { communities } = await placeNames(deed)
  const last = await visitRows(deed)
    .where('care_visit.recipient_id', '=', row.id)
    .where('shift.ends_at', '<=', deed.now)
    .where('shift.cancelled_at', 'is', null)
    .orderBy('shift.starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    id: row.id,
    number: row.number,
    community: communities.get(row.community_id) ?? ({ 'zh-CN': '—' } satisfies Text),
    rhythm: row.rhythm,
    state: row.state,
    channel: row.channel,
    lastVisit: last ? { onDay: dayIn(deed.street.zone, last.starts_at), outcome: last.outcome } : null,
    nextVisit: (await nextVisitOf(deed, row.id))?.starts_at.toISOString() ?? null,
    may: ['open', ...(row.state === 'asked' ? (['agree'] as const) : (['plan'] as const)), 'remove'],
  }
}

/** Opened because something has to be arranged: one at a time, and the person is shown that somebody looked. */
export async function openRecipient(deed: Deed, id: string) {
  const row = await getRecipient(deed, id)
  if (row.person_id)
    await recordAccess(deed, {
      personId: row.person_id,
      purpose: 'careRecipient',
      permission: 'volunteers.care',
      subject: { kind: 'careRecipient', id },
    })
  return whoAndWhere(deed, row)
}
