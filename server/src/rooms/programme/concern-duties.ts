import type { EscalationStep } from '@ronghe/contract/platform/escalations.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { addWorkingDays } from '../../platform/calendar/working-days.ts'
import { recordErasure } from '../../platform/database/record-erasure.ts'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { notify } from '../../platform/notify/notify.ts'
import { change } from './concern-author.ts'
import { escalationBy, laterStep, waitingFor } from './concern-clock.ts'
import { namedReaders } from './concern-reader.ts'
import { addEvent, type ConcernRow } from './concern-rows.ts'
import { tellUp } from './going-up.ts'
import { holdersOf, today } from './posts.ts'
import { dueBefore } from '../../platform/privacy/retention-rule.ts'
import { setting } from '../../platform/settings/settings.ts'

/** Every morning: open concerns go up when their time does, and the author sees each step (08, Default clocks). */
export async function escalateConcerns(deed: Deed): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const day = today(deed)
  const rows = await deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['raised', 'screened', 'answering'])
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const reached = laterStep(row.escalated, escalationBy(calendar, day, { from: row.clock_from, days: row.clock_days }, clocks))
    if (reached === row.escalated) continue
    await change(deed, row.id, { escalated: reached })
    await addEvent(deed, row.id, { kind: 'escalated', step: reached })
    await record(deed, { kind: 'programme.concern.escalated', about: row.person_id, plain: { concern: row.id, step: reached } })
    await tellAbove(deed, row, reached)
  }
}

/** Whom a step concerns. What is about staff goes to its named readers only, at every step: its superiors are who it is kept from. */
async function tellAbove(deed: Deed, row: ConcernRow, reached: EscalationStep): Promise<void> {
  const message = { template: 'concern-overdue', link: `/desk/concerns/${row.id}` } as const
  if (row.about_staff) {
    const readers =
      reached === 'owner' && row.owner_post ? [row.owner_post] : (await namedReaders(deed)).filter((post) => post !== row.about_post)
    for (const post of readers) for (const person of await holdersOf(deed, post)) await notify(deed, person, message)
    return
  }
  const waits =
    waitingFor(row.state) === 'screening' || !row.owner_post ? { nobodyBut: 'streetOfficer' as const } : { owner: row.owner_post }
  await tellUp(deed, reached, waits, message)
}

/**
 * Once a morning, at an hour that says nothing: the named readers hear of what came without an account the day before, and of threats whose
 * one day is running. The message leads to the list, not to the concern.
 */
export async function tellReaders(deed: Deed): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const day = today(deed)
  const readers = await namedReaders(deed)
  const rows = await deed.tx
    .selectFrom('concern')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where((concern) =>
      concern.or([
        concern.and([concern('threatened_on', 'is not', null), concern('threat_closed_on', 'is', null)]),
        concern.and([concern('about_staff', '=', true), concern('anonymous', '=', true), concern('state', '=', 'screened')]),
      ]),
    )
    .execute()
  const told = new Map<string, boolean>()
  for (const row of rows) {
    const threatened = row.threatened_on !== null && row.threat_closed_on === null
    const owner = row.about_staff ? row.owner_post : readers[0]
    if (owner) told.set(owner, (told.get(owner) ?? false) || threatened)
    if (!threatened || row.threat_escalated_on !== null) continue
    // The threat's own clock: after one working day every named reader knows, and the author sees that it went up.
    if (day < addWorkingDays(calendar, row.threatened_on!, clocks.concernThreat)) continue
    await change(deed, row.id, { threat_escalated_on: day })
    await addEvent(deed, row.id, { kind: 'escalated', step: 'supervisor' })
    for (const post of readers) if (post !== row.about_post) told.set(post, true)
  }
  for (const [post, urgent] of told)
    for (const person of await holdersOf(deed, post))
      await notify(deed, person, { template: urgent ? 'concern-threat' : 'concern-for-you', link: '/desk/concerns/protected', urgent })
}

/** So many months after the answer, or after a refusal nobody contested, a concern goes with everything said about it. */
export async function forgetOldConcerns(deed: Deed): Promise<void> {
  const { concernMonths } = await setting(deed, 'keeping')
  const before = dueBefore({ months: concernMonths }, new Date(`${today(deed)}T00:00:00Z`))
    .toISOString()
    .slice(0, 10)
  const rows = await deed.tx
    .selectFrom('concern')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', ['answered', 'accepted', 'declined', 'merged'])
    .where((concern) => concern(concern.fn.coalesce('answered_on', 'closed_on'), '<', before))
    .orderBy('id')
    .limit(500)
    .execute()
  for (const { id } of rows) await eraseConcern(deed, id)
}

/**
 * A concern and its history, gone; a restored backup forgets it again. Where others are merged into it the row stays, without author and
 * without a word of theirs, because the answer the others wait for hangs on it.
 */
export async function eraseConcern(deed: Deed, id: string): Promise<void> {
  const { tx, street } = deed
  await recordErasure(deed, 'concern', id)
  const merged = await tx
    .selectFrom('concern')
    .select('id')
    .where('street_id', '=', street.id)
    .where('merged_into', '=', id)
    .executeTakeFirst()
  if (!merged) {
    await tx.deleteFrom('concern').where('street_id', '=', street.id).where('id', '=', id).execute()
    return
  }
  await change(deed, id, {
    person_id: null,
    claim_hash: null,
    words_sealed: null,
    about_post: null,
    about_organ: null,
    sharing: 'notAsked',
  })
  await tx
    .updateTable('concern_event')
    .set({ words_sealed: null })
    .where('street_id', '=', street.id)
    .where('concern_id', '=', id)
    .where('by_author', '=', true)
    .execute()
}
