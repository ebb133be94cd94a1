import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { requestSupport as requestOperation, SupportLine } from '@ronghe/contract/programme/support.ts'
import type { Selectable } from 'kysely'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationSteps, escalationsOf, levelOn } from '../../platform/calendar/escalations.ts'
import { addDays, addWorkingDays, workingDaysBetween } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { forbidden, notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost, holds, may } from './acting-post.ts'
import { actsFor, getOrgan, organNames } from './organ-rows.ts'
import { tellUp } from './going-up.ts'
import { holdersOf, postNames, today } from './posts.ts'
import { notify } from '../../platform/notify/notify.ts'
import { setting } from '../../platform/settings/settings.ts'

/** Calendar days after which there is something to say about it. */
const outcomeDays = 60

type SupportRow = Selectable<Tables['support']>
type State = SupportRow['state']

const linesOf = (deed: Deed) => deed.tx.selectFrom('support').selectAll().where('street_id', '=', deed.street.id).orderBy('id', 'desc')

export async function supportOf(deed: Deed, organId: string): Promise<SupportLine[]> {
  const rows = await linesOf(deed).where('organ_id', '=', organId).limit(50).execute()
  return rows.map(await toLines(deed, rows))
}

/** The public ledger: every request, what was decided and by which post, what came of it (M4). */
export async function listSupport(
  deed: Deed,
  {
    organId,
    state,
    limit,
    after,
  }: {
    readonly organId?: string | undefined
    readonly state?: State | undefined
    readonly limit: number
    readonly after?: string | undefined
  },
) {
  const cursor = readCursor(after, 1)
  const rows = await linesOf(deed)
    .$if(organId !== undefined, (query) => query.where('organ_id', '=', organId!))
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor![0]!))
    .limit(limit + 1)
    .execute()
  const granted = await deed.tx
    .selectFrom('support')
    .select(({ fn }) => fn.sum<string>('cents').as('cents'))
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['granted', 'delivered'])
    .$if(organId !== undefined, (query) => query.where('organ_id', '=', organId!))
    .executeTakeFirst()
  return { ...pageFrom(rows, limit, ({ id }) => toCursor(id), await toLines(deed, rows)), grantedCents: Number(granted?.cents ?? 0) }
}

async function toLines(deed: Deed, rows: readonly SupportRow[]): Promise<(row: SupportRow) => SupportLine> {
  const organs = await organNames(
    deed,
    rows.map(({ organ_id }) => organ_id),
  )
  const posts = await postNames(
    deed,
    rows.flatMap(({ decided_by }) => decided_by ?? []),
  )
  return (row) => ({
    id: row.id,
    organ: { id: row.organ_id, name: organs.get(row.organ_id)! },
    kind: row.kind,
    what: row.what,
    cents: row.cents,
    state: row.state,
    requestedOn: row.requested_on,
    dueOn: row.due_on,
    overdue: row.state === 'requested' && row.due_on !== null && row.due_on < today(deed),
    escalated: row.state === 'requested' ? escalationSteps[row.escalated]! : 'none',
    decidedBy: row.decided_by ? (posts.get(row.decided_by)?.post ?? null) : null,
    decidedOn: row.decided_on,
    reason: row.reason,
    deliveredOn: row.delivered_on,
    receivedOn: row.received_on,
    hours: row.hours,
    level: row.level,
    outcome: row.outcome,
    outcomeDue: row.outcome === null ? row.outcome_due : null,
    may: mayDo(deed, row),
  })
}

function mayDo(deed: Deed, row: SupportRow): SupportLine['may'] {
  const own = may(deed, 'programme.support.request') && actsFor(deed, row.organ_id)
  const decides = may(deed, 'programme.support.decide')
  return [
    ...(decides && row.state === 'requested' && !(row.requested_by && holds(deed, row.requested_by)) ? (['decide'] as const) : []),
    ...(decides && row.state === 'granted' ? (['deliver'] as const) : []),
    ...(own && row.state === 'requested' ? (['withdraw'] as const) : []),
    ...(own && row.state === 'delivered' && row.received_on === null ? (['receive'] as const) : []),
    ...(own && row.state === 'delivered' ? (['tellOutcome'] as const) : []),
  ]
}

export async function requestSupport(
  deed: Deed,
  { organId, kind, what, cents, hours = null, level }: BodyOf<typeof requestOperation>,
): Promise<SupportLine> {
  await getOrgan(deed, organId)
  if (!actsFor(deed, organId)) throw forbidden('not-your-organ')
  if (kind === 'money' && cents === null) throw unfit([{ path: 'cents', code: 'money-needs-amount' }])
  if (kind !== 'money' && cents !== null) throw unfit([{ path: 'cents', code: 'only-money-has-amount' }])
  if (hours !== null && kind !== 'place' && kind !== 'equipment') throw unfit([{ path: 'hours', code: 'only-rooms-have-hours' }])
  const { supportRequest } = await setting(deed, 'clocks')
  const id = deed.id()
  const requested_on = today(deed)
  await deed.tx
    .insertInto('support')
    .values({
      street_id: deed.street.id,
      id,
      organ_id: organId,
      kind,
      what,
      cents,
      hours,
      level,
      state: 'requested',
      requested_by: actingPost(deed, 'programme.support.request')?.id ?? null,
      requested_on,
      due_on: addWorkingDays(await calendarFor(deed), requested_on, supportRequest),
    })
    .execute()
  await record(deed, { kind: 'programme.support.requested', plain: { support: id, organ: organId, kind, cents } })
  return readLine(deed, id)
}

export async function decideSupport(
  deed: Deed,
  id: string,
  { granted, reason, cents }: { readonly granted: boolean; readonly reason: string; readonly cents?: number | null | undefined },
): Promise<SupportLine> {
  const row = await locked(deed, id)
  if (row.state !== 'requested') throw refused('support-decided')
  if (row.requested_by && holds(deed, row.requested_by)) throw forbidden('not-your-own-request')
  const given = granted && row.kind === 'money' ? (cents ?? row.cents) : row.cents
  if (granted && given !== null && row.cents !== null && given > row.cents) throw unfit([{ path: 'cents', code: 'more-than-asked' }])
  return changed(
    deed,
    id,
    {
      state: granted ? 'granted' : 'refused',
      cents: given,
      reason,
      decided_by: actingPost(deed, 'programme.support.decide')?.id ?? null,
      decided_on: today(deed),
    },
    granted ? 'granted' : 'refused',
  )
}

export async function deliverSupport(deed: Deed, id: string, on: string | undefined): Promise<SupportLine> {
  const row = await locked(deed, id)
  if (row.state !== 'granted') throw refused('support-not-granted')
  const day = on ?? today(deed)
  if (day > today(deed) || (row.decided_on && day < row.decided_on))
    throw unfit([{ path: 'on', code: day > today(deed) ? 'day-to-come' : 'day-is-past' }])
  return changed(deed, id, { state: 'delivered', delivered_on: day, outcome_due: addDays(day, outcomeDays) }, 'delivered')
}

/** Handed over by one side, received by the other: the ledger believes both. */
export async function receiveSupport(deed: Deed, id: string): Promise<SupportLine> {
  const row = await locked(deed, id)
  if (!actsFor(deed, row.organ_id)) throw forbidden('not-your-organ')
  if (row.state !== 'delivered') throw refused('support-not-delivered')
  if (row.received_on) throw refused('support-received')
  const by = actingPost(deed, 'programme.support.request')
  // Whoever decided it does not also confirm that it came.
  if (by && by.id === row.decided_by) throw forbidden('not-your-own-request')
  return changed(deed, id, { received_on: today(deed), received_by: by?.id ?? null }, 'received')
}

/** Every morning: an organ that had something for two months is asked, once, what came of it. */
export async function askOutcomes(deed: Deed): Promise<void> {
  const rows = await deed.tx
    .selectFrom('support')
    .select(['id', 'requested_by'])
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'delivered')
    .where('outcome', 'is', null)
    .where('outcome_asked_on', 'is', null)
    .where('outcome_due', '<=', today(deed))
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, requested_by } of rows) {
    await deed.tx
      .updateTable('support')
      .set({ outcome_asked_on: today(deed) })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', id)
      .execute()
    await record(deed, { kind: 'programme.support.outcome-asked', plain: { support: id } })
    for (const person of requested_by ? await holdersOf(deed, requested_by) : [])
      await notify(deed, person, { template: 'support-outcome', link: '/desk/support' })
  }
}

export async function tellOutcome(deed: Deed, id: string, outcome: string): Promise<SupportLine> {
  const row = await locked(deed, id)
  if (!actsFor(deed, row.organ_id)) throw forbidden('not-your-organ')
  if (row.state !== 'delivered') throw refused('support-not-delivered')
  return changed(deed, id, { outcome }, 'outcome-told')
}

export async function withdrawSupport(deed: Deed, id: string, reason: string): Promise<SupportLine> {
  const row = await locked(deed, id)
  if (!actsFor(deed, row.organ_id)) throw forbidden('not-your-organ')
  if (row.state !== 'requested') throw refused('support-decided')
  return changed(deed, id, { state: 'withdrawn', reason: reason || null }, 'withdrawn')
}

/** Every morning: requests nobody has decided go up when their time does, and the ledger says so. */
export async function escalateSupport(deed: Deed): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const rows = await deed.tx
    .selectFrom('support')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'requested')
    .where('due_on', 'is not', null)
    .where('escalated', '<', 3)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const days = workingDaysBetween(calendar, row.requested_on, row.due_on!)
    const level = levelOn(escalationsOf(calendar, row.requested_on, days, clocks), today(deed))
    if (level <= row.escalated) continue
    await deed.tx
      .updateTable('support')
      .set({ escalated: level })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.id)
      .execute()
    await record(deed, { kind: 'programme.support.escalated', plain: { support: row.id, level } })
    await tellUp(deed, escalationSteps[level]!, { nobodyBut: 'streetOfficer' }, { template: 'support-overdue', link: '/desk/support' })
  }
}

async function locked(deed: Deed, id: string): Promise<SupportRow> {
  const row = await deed.tx
    .selectFrom('support')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('support')
  return row
}

async function changed(deed: Deed, id: string, fields: Partial<SupportRow>, what: string): Promise<SupportLine> {
  await deed.tx.updateTable('support').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await record(deed, {
    kind: `programme.support.${what}`,
    plain: { support: id, ...(fields.cents === undefined ? {} : { cents: fields.cents }) },
  })
  return readLine(deed, id)
}

async function readLine(deed: Deed, id: string): Promise<SupportLine> {
  const row = await locked(deed, id)
  return (await toLines(deed, [row]))(row)
}
