import { randomBytes } from 'node:crypto'
import { numbers } from '@ronghe/contract/programme/numbers.ts'
import type { AuditOutcome, listAudits, listAuditTasks } from '@ronghe/contract/volunteers/hours.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { z } from 'zod/mini'
import { startOfDay } from '../../../platform/calendar/working-days.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { notify } from '../../../platform/notify/notify.ts'
import { recordAccess } from '../../../platform/privacy/access.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { findPersons } from '../../people/persons.ts'
import { heldOn, today } from '../../programme/posts.ts'
import { commitmentOf, drawFrom, listName, wantedOf } from './audit-draw.ts'
import { lockEntry, notOneself, reverse } from './claiming.ts'
import { getHours, shiftLines, spanOfRow, toShiftRef, toTime } from './hours-rows.ts'

type Random = (size: number) => Uint8Array

/** What the house keeps of a month's draw. */
const seedPlace = (deed: Deed, month: string) => ({ street: deed.street.id, table: 'hours_audit', column: 'closed_seed', row: month })

/**
 * Every night: the commitment to this month's seed is published while the month lasts; once a month is over its seed and list are published and
 * the entries drawn. A month without a commitment made in time is not drawn: nobody could tell that its seed was not chosen afterwards.
 */
export async function auditHours(deed: Deed, random: Random = randomBytes): Promise<void> {
  const month = `${today(deed).slice(0, 7)}-01`
  await commit(deed, month, random)
  const waiting = await deed.tx
    .selectFrom('hours_audit')
    .select(['month', 'closed_seed'])
    .where('street_id', '=', deed.street.id)
    .where('drawn_at', 'is', null)
    .where('month', '<', month)
    .orderBy('month')
    .forUpdate()
    .execute()
  for (const row of waiting) await draw(deed, row.month, deed.platform.sealer.open(seedPlace(deed, row.month), row.closed_seed))
}

async function commit(deed: Deed, month: string, random: Random): Promise<void> {
  const seed = Buffer.from(random(32)).toString('hex')
  const made = await deed.tx
    .insertInto('hours_audit')
    .values({
      street_id: deed.street.id,
      month,
      commitment: commitmentOf(seed),
      committed_at: deed.now,
      closed_seed: deed.platform.sealer.seal(seedPlace(deed, month), seed),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('month')
    .execute()
  if (made.length > 0) await record(deed, { kind: 'volunteers.hours-audit.committed', plain: { month, commitment: commitmentOf(seed) } })
}

async function draw(deed: Deed, month: string, seed: string): Promise<void> {
  const here = deed.street.id
  const { zone } = deed.street
  const entries = await deed.tx
    .selectFrom('hours_confirmation as confirmation')
    .select('confirmation.entry_id')
    .where('confirmation.street_id', '=', here)
    .where('confirmation.confirmed_at', '>=', startOfDay(zone, month))
    .where('confirmation.confirmed_at', '<', startOfDay(zone, nextMonth(month)))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('hours_entry as reversal')
            .select('reversal.id')
            .whereRef('reversal.street_id', '=', 'confirmation.street_id')
            .whereRef('reversal.reverses', '=', 'confirmation.entry_id'),
        ),
      ),
    )
    .execute()
  const byName = new Map(entries.map(({ entry_id }) => [listName(entry_id), entry_id]))
  const list = [...byName.keys()].toSorted()
  const { auditPercent, auditLeast } = await setting(deed, 'volunteers')
  const wanted = wantedOf(list.length, { percent: auditPercent, least: auditLeast })
  const drawn = drawFrom(list, seed, wanted)
  await deed.tx
    .updateTable('hours_audit')
    .set({ seed, list, wanted, drawn_at: deed.now })
    .where('street_id', '=', here)
    .where('month', '=', month)
    .execute()
  if (drawn.length > 0)
    await deed.tx
      .insertInto('hours_audit_entry')
      .values(drawn.map((name) => ({ street_id: here, month, name, entry_id: byName.get(name)! })))
      .execute()
  await record(deed, { kind: 'volunteers.hours-audit.drawn', plain: { month, entries: list.length, drawn: drawn.length } })
  if (drawn.length > 0) await tellAuditors(deed)
}

async function tellAuditors(deed: Deed): Promise<void> {
  const auditors = await heldOn(deed, today(deed))
    .innerJoin('post', (join) => join.onRef('post.street_id', '=', 'appointment.street_id').onRef('post.id', '=', 'appointment.post_id'))
    .select('appointment.person_id')
    .distinct()
    .where('post.kind', '=', 'hoursAuditor')
    .execute()
  for (const { person_id } of auditors)
    await notify(deed, person_id, { template: 'hours-audit-drawn', link: '/desk/volunteers/hours-audit' })
}

const nextMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

/** Public, so that anybody can draw again. Counts of entries that were checked are work, not people (exemptions.ts). */
export async function listMonths(deed: Deed): Promise<ReplyOf<typeof listAudits>> {
  const here = deed.street.id
  const months = await deed.tx
    .selectFrom('hours_audit')
    .select(['month', 'commitment', 'committed_at', 'seed', 'list', 'drawn_at'])
    .where('street_id', '=', here)
    .orderBy('month', 'desc')
    .limit(24)
    .execute()
  const lines = await deed.tx
    .selectFrom('hours_audit_entry')
    .select(['month', 'name', 'outcome'])
    .where('street_id', '=', here)
    .orderBy('name')
    .execute()
  const { auditPercent, auditLeast } = await setting(deed, 'volunteers')
  return {
    percent: auditPercent ?? numbers.volunteers.auditPercent.standard,
    least: auditLeast ?? numbers.volunteers.auditLeast.standard,
    items: months.map((row) => {
      const drawn = lines.filter(({ month }) => month === row.month)
      const count = (outcome: string | null) => drawn.filter((line) => line.outcome === outcome).length
      return {
        month: row.month,
        commitment: row.commitment,
        committedAt: row.committed_at.toISOString(),
        seed: row.seed,
        list: row.list,
        drawn: drawn.map(({ name }) => name),
        drawnAt: row.drawn_at?.toISOString() ?? null,
        result: row.drawn_at ? { held: count('held'), failed: count('failed'), notReached: count('notReached'), open: count(null) } : null,
      }
    }),
  }
}

/** What was drawn and still has to be asked, and the last that was; in the order of the list's hashed names, never by person. */
export async function listTasks(deed: Deed): Promise<ReplyOf<typeof listAuditTasks>> {
  outsideTheCorps(deed)
  const rows = await deed.tx
    .selectFrom('hours_audit_entry as line')
    .innerJoin('hours_entry as entry', (join) =>
      join.onRef('entry.street_id', '=', 'line.street_id').onRef('entry.id', '=', 'line.entry_id'),
    )
    .select(['line.month', 'line.name', 'line.outcome', 'entry.person_id', 'entry.shift_id', 'entry.starts_at', 'entry.ends_at'])
    .where('line.street_id', '=', deed.street.id)
    .where('line.outcome', 'is', null)
    .orderBy('line.month')
    .orderBy('line.name')
    .limit(200)
    .execute()
  const shifts = await shiftLines(
    deed,
    rows.map(({ shift_id }) => shift_id),
  )
  const served = await servedOf(
    deed,
    rows.map(({ shift_id }) => shift_id),
  )
  const people = new Map(
    (await findPersons(deed, [...rows.map((row) => row.person_id), ...served.map((row) => row.person_id)])).map((one) => [one.id, one]),
  )
  await recordAccess(
    deed,
    [...new Set([...rows, ...served].map((row) => row.person_id))].map((personId) => ({
      personId,
      purpose: 'hoursAudit',
      permission: 'volunteers.audit' as const,
    })),
  )
  return {
    items: rows.map((row) => ({
      month: row.month,
      name: row.name,
      volunteer: people.get(row.person_id)?.name ?? '',
      shift: toShiftRef(shifts.get(row.shift_id)!),
      ...toTime(spanOfRow(row)),
      served: served.flatMap(({ shift_id, person_id }) => {
        const person = shift_id === row.shift_id ? people.get(person_id) : undefined
        return person ? [{ name: person.name, phone: person.phone }] : []
      }),
      outcome: row.outcome,
    })),
  }
}

const servedOf = async (deed: Deed, shiftIds: readonly string[]) =>
  shiftIds.length === 0
    ? []
    : deed.tx
        .selectFrom('shift_served')
        .select(['shift_id', 'person_id'])
        .where('street_id', '=', deed.street.id)
        .where('shift_id', 'in', [...new Set(shiftIds)])
        .execute()

/** What the served side said. What did not hold is reversed in the same deed, and a proof that counted it falls. */
export async function noteOutcome(deed: Deed, month: string, name: string, outcome: z.infer<typeof AuditOutcome>): Promise<void> {
  const post = outsideTheCorps(deed)
  const line = await deed.tx
    .selectFrom('hours_audit_entry')
    .select(['entry_id', 'outcome'])
    .where('street_id', '=', deed.street.id)
    .where('month', '=', month)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()
  if (!line) throw notFound('audit')
  if (line.outcome) throw refused('hours-audit-done')
  if (line.entry_id) {
    await lockEntry(deed, line.entry_id)
    const row = await getHours(deed, line.entry_id)
    await notOneself(deed, row.person_id, 'hours-audit-own')
    if (outcome === 'failed' && row.state !== 'reversed') {
      await reverse(deed, row, 'audit')
      await notify(deed, row.person_id, { template: 'hours-audit-failed', link: '/volunteers/hours' })
    }
  }
  await deed.tx
    .updateTable('hours_audit_entry')
    .set({ outcome, checked_by_post: post, checked_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('month', '=', month)
    .where('name', '=', name)
    .execute()
  await record(deed, { kind: 'volunteers.hours-audit.checked', plain: { month, name, outcome } })
}

/** Whoever checks the corps has no post in an organ that records hours. */
function outsideTheCorps({ actor }: Deed): string {
  const posts = actor.kind === 'person' ? actor.posts : []
  const auditor = posts.find(({ kind }) => kind === 'hoursAuditor')
  if (!auditor || posts.some(({ kind }) => kind === 'corpsCoordinator' || kind === 'teamLeader')) throw forbidden('hours-audit-not-yours')
  return auditor.id
}
