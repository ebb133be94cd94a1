import { EscalationStep, type EscalationDays } from '@ronghe/contract/platform/escalations.ts'
import type { Clocks } from '@ronghe/contract/programme/settings.ts'
import { deadline, type Calendar, type Pause } from './working-days.ts'

export const escalationSteps = EscalationStep.options
/** How many of the three have been told. */
export type EscalationLevel = 0 | 1 | 2 | 3
export type EscalationRule = Pick<Clocks, 'escalateOwnerPercent' | 'escalateSupervisorPercent' | 'escalateStreetLeadAfter'>

/**
 * Who is told when, for everything that has a promised number of working days (08, Default clocks): cases, concerns, hazards, ratings,
 * support. A share of the time is used up when its last day has ended, because the last day counts whole (民法典 art. 203): with 100 % the
 * supervisor is told on the first working day after the promised one, and the street lead so many working days after that. The owner is
 * told before it is too late instead: on the day on which the share, rounded down, is reached; of a single day on that day.
 */
export function escalationsOf(
  calendar: Calendar,
  from: Date | string,
  days: number,
  rule: EscalationRule,
  pauses: readonly Pause[] = [],
): EscalationDays {
  const part = (percent: number): number => Math.floor((days * percent) / 100)
  const on = (day: number): string | null => deadline(calendar, from, day, pauses) ?? null
  return {
    owner: on(Math.max(1, part(rule.escalateOwnerPercent))),
    supervisor: on(part(rule.escalateSupervisorPercent) + 1),
    streetLead: on(days + 1 + rule.escalateStreetLeadAfter),
  }
}

/** How far up it has to be by a day. */
export const levelOn = (told: EscalationDays, today: string): EscalationLevel =>
  [told.owner, told.supervisor, told.streetLead].filter((day) => day !== null && day <= today).length as EscalationLevel

/** The next day on which somebody is told. */
export const nextTelling = (told: EscalationDays, today: string): string | null =>
  [told.owner, told.supervisor, told.streetLead].find((day) => day !== null && day > today) ?? null
