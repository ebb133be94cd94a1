import type { EscalationStep } from '@ronghe/contract/platform/escalations.ts'
import type { ConcernState } from '@ronghe/contract/programme/concerns.ts'
import type { Clocks } from '@ronghe/contract/programme/settings.ts'
import { escalationsOf, escalationSteps as order, levelOn } from '../../platform/calendar/escalations.ts'
import type { Calendar } from '../../platform/calendar/working-days.ts'

export interface RunningClock {
  readonly from: string
  readonly days: number
}

/** The later of two steps; an escalation is never taken back while the same clock runs. */
export const laterStep = (one: EscalationStep, other: EscalationStep): EscalationStep =>
  order.indexOf(one) >= order.indexOf(other) ? one : other

/** How far the matter has to have gone up by a day. */
export const escalationBy = (calendar: Calendar, today: string, { from, days }: RunningClock, clocks: Clocks): EscalationStep =>
  order[levelOn(escalationsOf(calendar, from, days, clocks), today)]!

/** Which promise runs: the screening's until somebody owns the concern, then the answer's. */
export function waitingFor(state: ConcernState): 'screening' | 'answer' | null {
  if (state === 'raised') return 'screening'
  return state === 'screened' || state === 'answering' ? 'answer' : null
}
