import type { EscalationDays } from '@ronghe/contract/platform/escalations.ts'
import type { HazardState } from '@ronghe/contract/station/hazards.ts'
import { escalationsOf, type EscalationRule } from '../../platform/calendar/escalations.ts'
import { workingDaysBetween, type Calendar } from '../../platform/calendar/working-days.ts'
import { isOpen } from './hazard-lifecycle.ts'

interface Timed {
  readonly state: HazardState
  readonly reported_on: string
  readonly clock_from: string | null
  readonly due_on: string | null
}

/** From when a hazard is told further up: first that nobody looks at it, then that nobody puts it right. */
export function hazardEscalations(calendar: Calendar, row: Timed, rule: EscalationRule): EscalationDays | undefined {
  if (!isOpen(row.state) || row.due_on === null) return undefined
  const from = row.clock_from ?? row.reported_on
  return escalationsOf(calendar, from, workingDaysBetween(calendar, from, row.due_on), rule)
}
