import type { ConcernState, EscalationStep } from '@ronghe/contract/programme/concerns.ts'
import type { Clocks } from '@ronghe/contract/programme/settings.ts'
import { deadline, share, type Calendar } from '../../platform/calendar/working-days.ts'

export interface RunningClock {
  readonly from: string
  readonly days: number
}

const order: readonly EscalationStep[] = ['none', 'owner', 'supervisor', 'streetLead']

/** The later of two steps; an escalation is never taken back while the same clock runs. */
export const laterStep = (one: EscalationStep, other: EscalationStep): EscalationStep =>
  order.indexOf(one) >= order.indexOf(other) ? one : other

/**
 * How far the matter has to have gone up by a day: to the owner once half the time is used, to the superior on the first day after the last
 * one, to the street lead when three more working days are over (08, Default clocks). The last day counts whole.
 */
export function escalationBy(calendar: Calendar, today: string, { from, days }: RunningClock, clocks: Clocks): EscalationStep {
  const over = (day: string | undefined): boolean => day !== undefined && today > day
  if (over(deadline(calendar, from, days + clocks.escalateStreetLeadAfter))) return 'streetLead'
  if (over(share(calendar, from, days, clocks.escalateSupervisorPercent / 100))) return 'supervisor'
  const half = share(calendar, from, days, clocks.escalateOwnerPercent / 100)
  return half !== undefined && today >= half && today > from ? 'owner' : 'none'
}

/** Which promise runs: the screening's until somebody owns the concern, then the answer's. */
export function waitingFor(state: ConcernState): 'screening' | 'answer' | null {
  if (state === 'raised') return 'screening'
  return state === 'screened' || state === 'answering' ? 'answer' : null
}
