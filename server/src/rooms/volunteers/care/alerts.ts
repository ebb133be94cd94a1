import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { CareAlertLine, recordFromPaper as paperOperation } from '@ronghe/contract/volunteers/care.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { holds, may } from '../../programme/acting-post.ts'
import { findPost } from '../../programme/posts.ts'
import { placeNames } from '../../programme/places.ts'
import { alertSteps, stepsDue, tellingAt } from './alert-steps.ts'
import { careCoordinators } from './care-posts.ts'
import { changeVisit, keepOutcome, raiseAlert, tellAlert } from './outcomes.ts'
import { getVisit, isPaired, visitRows } from './visit-rows.ts'

/** From which level on an alert is this reader's: the coordinator at once, the superior and the street's lead once they were told. */
async function levelOf(deed: Deed): Promise<number | undefined> {
  if (may(deed, 'volunteers.care')) return 1
  for (const post of await careCoordinators(deed)) {
    const superior = (await findPost(deed, post))?.supervisor
    if (superior && holds(deed, superior)) return 2
  }
  return deed.actor.kind === 'person' && deed.actor.posts.some(({ kind }) => kind === 'streetLead') ? 3 : undefined
}

export async function listAlerts(deed: Deed): Promise<{ items: CareAlertLine[] }> {
  const level = await levelOf(deed)
  if (level === undefined) throw forbidden()
  const rows = await visitRows(deed)
    .innerJoin('care_recipient as visited', (join) =>
      join.onRef('visited.street_id', '=', 'care_visit.street_id').onRef('visited.id', '=', 'care_visit.recipient_id'),
    )
    .select(['visited.number', 'visited.community_id'])
    .where('care_visit.alert', 'is not', null)
    .where('care_visit.settled_at', 'is', null)
    .where('care_visit.alert_level', '>=', level)
    .orderBy('care_visit.alerted_at')
    .execute()
  const { communities } = await placeNames(deed)
  const { careAlertHours } = await setting(deed, 'volunteers')
  return {
    items: rows.map((row) => ({
      visitId: row.id,
      recipientId: row.recipient_id,
      number: row.number,
      community: communities.get(row.community_id) ?? { 'zh-CN': '—' },
      kind: row.alert!,
      since: row.alerted_at!.toISOString(),
      level: row.alert_level,
      nextTellingAt: row.alert_level < alertSteps.length ? tellingAt(row.alerted_at!, row.alert_level, careAlertHours).toISOString() : null,
      may: ['settle', ...(level === 1 && row.outcome === null ? (['record'] as const) : [])],
    })),
  }
}

/** Where help was needed, it is not settled before it is somebody's case or concern. */
export async function settleAlert(
  deed: Deed,
  visitId: string,
  help: { readonly kind: 'case' | 'concern'; readonly number: string } | null,
): Promise<{ items: CareAlertLine[] }> {
  const level = await levelOf(deed)
  const row = await getVisit(deed, visitId)
  if (level === undefined || row.alert_level < level) throw notFound('care-visit')
  if (row.alert === null || row.settled_at) throw refused('volunteers-care-settled')
  if (row.alert === 'needsHelp' && !help) throw refused('volunteers-care-which-case')
  await changeVisit(deed, visitId, {
    settled_at: deed.now,
    ...(row.alert === 'needsHelp' ? { help_kind: help!.kind, help_number: help!.number } : {}),
  })
  await record(deed, { kind: 'volunteers.care.settled', plain: { visit: visitId } })
  return listAlerts(deed)
}

export async function recordFromPaper(
  deed: Deed,
  visitId: string,
  { outcome, help }: BodyOf<typeof paperOperation>,
): Promise<{ items: CareAlertLine[] }> {
  const row = await getVisit(deed, visitId)
  if (row.starts_at > deed.now) throw refused('volunteers-care-not-now')
  await keepOutcome(deed, row, { outcome, help, channel: 'paper' })
  return listAlerts(deed)
}

/** A shift that ended and a visit nobody wrote down, or one before it that nobody goes to: somebody looks after it at once. */
export async function findMissed(deed: Deed): Promise<void> {
  const open = await visitRows(deed).where('care_visit.outcome', 'is', null).where('shift.starts_at', '<', dayAhead(deed)).execute()
  for (const row of open) {
    const over = row.ends_at < deed.now
    const alert = isPaired(row) ? (over ? 'missed' : null) : over || row.called_off ? (row.called_off ? 'noPair' : 'missed') : 'noPair'
    // Two go again: the coordinator found somebody.
    if (alert === null && row.alert === 'noPair' && !row.settled_at) await changeVisit(deed, row.id, { settled_at: deed.now })
    if (alert !== null && row.alert !== alert && !(row.settled_at && alert === 'noPair')) await raiseAlert(deed, row, alert)
  }
  await tellFurther(deed)
}

/** From a day before on, there is little time to find somebody. */
const dayAhead = (deed: Deed): Date => new Date(deed.now.getTime() + 24 * 3_600_000)

async function tellFurther(deed: Deed): Promise<void> {
  const { careAlertHours } = await setting(deed, 'volunteers')
  const rows = await visitRows(deed)
    .where('care_visit.alert', 'is not', null)
    .where('care_visit.settled_at', 'is', null)
    .where('care_visit.alert_level', '<', alertSteps.length)
    .execute()
  for (const row of rows) {
    const due = stepsDue(row.alerted_at!, deed.now, careAlertHours)
    for (let level = row.alert_level + 1; level <= due; level++) await tellAlert(deed, level)
    if (due > row.alert_level) await changeVisit(deed, row.id, { alert_level: due })
  }
}
