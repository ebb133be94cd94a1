import type { CaseService } from '@ronghe/forms'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationSteps, levelOn } from '../../platform/calendar/escalations.ts'
import type { Deed } from '../../platform/deed.ts'
import { notify } from '../../platform/notify/notify.ts'
import { tellUp } from '../programme/going-up.ts'
import { notifyPost, today } from '../programme/posts.ts'
import { courseOf, remindersDue } from './case-clock.ts'
import { caseClocks, clockOfCase, definitionOf, eventsOf, findCase, takeCaseStep, toHappened, type CaseRow } from './case-records.ts'
import { deskLink, residentLink } from './case-steps.ts'

/** So many in one transaction; the rest follows in the next hour. */
const atOnce = 200

/** What the calendar does to cases: reminders, escalations, lapsing, closing. Each is an event that the resident sees. */
export async function tickCases(deed: Deed): Promise<void> {
  const due = await deed.tx
    .selectFrom('service_case')
    .select('id')
    .where('street_id', '=', deed.street.id)
    .where('next_on', '<=', today(deed))
    .orderBy('next_on')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of due) {
    const row = await findCase(deed, id, 'lock')
    if (row) await tickCase(deed, row, await definitionOf(deed, row))
  }
}

async function tickCase(deed: Deed, row: CaseRow, definition: CaseService): Promise<void> {
  const clock = await clockOfCase(deed, row, await eventsOf(deed, row.id), definition)
  if (!clock) return
  if (clock.kind === 'resident') return remindOrLapse(deed, row, definition, clock.dueOn)
  if (clock.kind === 'closing') {
    if (clock.dueOn !== null && clock.dueOn < today(deed))
      await takeCaseStep(deed, row, definition, { step: { kind: 'closed' }, change: { closed_at: deed.now } })
    return
  }
  let current = row
  for (let level = row.escalated + 1; level <= levelOn(clock.escalations, today(deed)); level++) {
    const taken = await takeCaseStep(deed, current, definition, {
      step: { kind: 'escalated' },
      details: { level },
    })
    current = taken.row
    await tellLevel(deed, current, level)
  }
  if (current === row)
    await deed.tx
      .updateTable('service_case')
      .set({ next_on: clock.nextOn })
      .where('street_id', '=', deed.street.id)
      .where('id', '=', row.id)
      .execute()
}

async function remindOrLapse(deed: Deed, row: CaseRow, definition: CaseService, dueOn: string | null): Promise<void> {
  if (dueOn !== null && dueOn < today(deed)) {
    const { row: lapsed } = await takeCaseStep(deed, row, definition, { step: { kind: 'lapsed' }, change: { closed_at: deed.now } })
    if (lapsed.person_id)
      await notify(deed, lapsed.person_id, { template: 'case-moved', link: residentLink(lapsed), params: { number: lapsed.number } })
    return
  }
  const events = await eventsOf(deed, row.id)
  const { askedAt } = courseOf(events.map(toHappened))
  const reminders = askedAt ? remindersDue(await calendarFor(deed), askedAt, today(deed), await caseClocks(deed)) : 0
  if (reminders <= row.reminded) return
  await takeCaseStep(deed, row, definition, { step: { kind: 'reminded' }, change: { reminded: reminders } })
  if (row.person_id)
    await notify(deed, row.person_id, { template: 'case-reminder', link: residentLink(row), params: { number: row.number } })
}

async function tellLevel(deed: Deed, row: CaseRow, level: number): Promise<void> {
  const owner = row.state === 'routed' && row.department_post ? row.department_post : row.owner_post
  await tellUp(deed, escalationSteps[level]!, { owner }, { template: 'desk-case-late', link: deskLink(row) })
}

/** Every morning: whom to ask again outside the city, and which papers promised for later have not come. */
export async function morningRound(deed: Deed): Promise<void> {
  const day = today(deed)
  const asking = await deed.tx
    .selectFrom('case_external')
    .innerJoin('service_case', (join) =>
      join.onRef('service_case.street_id', '=', 'case_external.street_id').onRef('service_case.id', '=', 'case_external.case_id'),
    )
    .select(['service_case.id', 'service_case.owner_post', 'case_external.ask_on', 'case_external.asked'])
    .where('case_external.street_id', '=', deed.street.id)
    .where('case_external.replied_on', 'is', null)
    .where('service_case.external_waiting', '=', true)
    .execute()
  for (const { id, owner_post, ask_on, asked } of asking) {
    const next = ask_on[asked.length]
    if (next && next <= day) await notifyPost(deed, owner_post, { template: 'desk-ask-again', link: deskLink({ id }) })
  }
  const late = await deed.tx
    .updateTable('case_document')
    .set({ state: 'missing', at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'waived')
    .where('promised_on', '<', day)
    .returning('case_id')
    .execute()
  for (const caseId of new Set(late.map(({ case_id }) => case_id))) {
    const row = await findCase(deed, caseId)
    if (!row || !['filed', 'accepted', 'waitingForResident', 'routed'].includes(row.state)) continue
    await notifyPost(deed, row.owner_post, { template: 'desk-case', link: deskLink(row) })
    if (row.person_id)
      await notify(deed, row.person_id, { template: 'case-moved', link: residentLink(row), params: { number: row.number } })
  }
}
