import type { CareAlert, Outcome } from '@ronghe/contract/volunteers/care.ts'
import type { Updateable } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import type { Deed } from '../../../platform/deed.ts'
import { record } from '../../../platform/journal/record.ts'
import { tellUp } from '../../programme/going-up.ts'
import { alertSteps } from './alert-steps.ts'
import { getVisit, type VisitRow } from './visit-rows.ts'

interface Written {
  readonly outcome: Outcome
  readonly help: { readonly kind: 'case' | 'concern'; readonly number: string } | null
  readonly channel: 'phone' | 'paper'
}

/** Writes down a visit: who was not met or needs help is somebody's matter at once; who was seen well ends an alert. */
export async function keepOutcome(deed: Deed, row: VisitRow, { outcome, help, channel }: Written): Promise<VisitRow> {
  const needs = outcome === 'needsHelp' ? help : null
  const worry = outcome === 'seenWell' || needs !== null ? null : outcome
  const next = await changeVisit(deed, row.id, {
    outcome,
    channel,
    help_kind: needs?.kind ?? null,
    help_number: needs?.number ?? null,
    settled_at: worry === null && row.alert !== null ? deed.now : null,
  })
  await record(deed, { kind: 'volunteers.care.recorded', plain: { visit: row.id, outcome, channel } })
  return worry === null ? next : raiseAlert(deed, next, worry)
}

/** The coordinator hears of it now; those above them when time passes and nothing happened. */
export async function raiseAlert(deed: Deed, row: VisitRow, alert: CareAlert): Promise<VisitRow> {
  const known = row.alert !== null && row.settled_at === null
  const next = await changeVisit(deed, row.id, { alert, ...(known ? {} : { alerted_at: deed.now, alert_level: 1, settled_at: null }) })
  await record(deed, { kind: 'volunteers.care.alerted', plain: { visit: row.id, why: alert } })
  if (!known || alert !== row.alert) await tellAlert(deed, 1)
  return next
}

/** The message says that something waits, and neither what nor about whom. */
export const tellAlert = (deed: Deed, level: number): Promise<void> =>
  tellUp(
    deed,
    alertSteps[level - 1]!,
    { nobodyBut: 'careCoordinator' },
    {
      template: 'care-alert',
      link: level === 1 ? '/desk/volunteers/care' : '/volunteers/care-alerts',
      urgent: true,
    },
  )

export async function changeVisit(deed: Deed, id: string, change: Updateable<Tables['care_visit']>): Promise<VisitRow> {
  await deed.tx.updateTable('care_visit').set(change).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  return getVisit(deed, id)
}
