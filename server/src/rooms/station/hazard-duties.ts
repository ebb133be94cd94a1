import type { EscalationStep } from '@ronghe/contract/platform/escalations.ts'
import { calendarFor } from '../../platform/calendar/calendar-days.ts'
import { escalationSteps, levelOn } from '../../platform/calendar/escalations.ts'
import type { Deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal/record.ts'
import { tellUp } from '../programme/going-up.ts'
import { today } from '../programme/posts.ts'
import { setting } from '../../platform/settings/settings.ts'
import { hazardEscalations } from './hazard-clock.ts'
import { openStates } from './hazard-lifecycle.ts'
import { addEvent, type HazardRow } from './hazards.ts'

/** Every morning: hazards go up when their time does, and everybody can read that they did. */
export async function escalateHazards(deed: Deed): Promise<void> {
  const clocks = await setting(deed, 'clocks')
  const calendar = await calendarFor(deed)
  const rows = await deed.tx
    .selectFrom('hazard')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', 'in', openStates)
    .where('due_on', 'is not', null)
    .where('escalated', '<', 3)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    const due = levelOn(hazardEscalations(calendar, row, clocks)!, today(deed))
    for (let level = row.escalated + 1; level <= due; level++) await goUp(deed, row, level, escalationSteps[level]!)
  }
}

async function goUp(deed: Deed, row: HazardRow, level: number, step: EscalationStep): Promise<void> {
  await deed.tx.updateTable('hazard').set({ escalated: level }).where('street_id', '=', deed.street.id).where('id', '=', row.id).execute()
  await addEvent(deed, row.id, { kind: 'escalated', level })
  await record(deed, { kind: 'station.hazard.escalated', plain: { hazard: row.id, level } })
  await tellUp(deed, step, row.department_post ? { owner: row.department_post } : { nobodyBut: 'stationLead' }, {
    template: 'hazard-late',
    link: `/desk/hazards/${row.id}`,
  })
}
