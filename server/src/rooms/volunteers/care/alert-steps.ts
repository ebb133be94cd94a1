import type { EscalationStep } from '@ronghe/contract/platform/escalations.ts'

/** Who is told of a visit that did not take place: the coordinator at once, then their superior, then the street's lead. */
export const alertSteps = ['owner', 'supervisor', 'streetLead'] as const satisfies readonly EscalationStep[]

const hour = 3_600_000

/** Hours of the clock, not of the office: somebody may be lying behind a door. */
export const tellingAt = (alertedAt: Date, level: number, hoursEach: number): Date =>
  new Date(alertedAt.getTime() + level * hoursEach * hour)

/** How many steps were due by now; at least the first. */
export function stepsDue(alertedAt: Date, now: Date, hoursEach: number): number {
  const passed = Math.floor((now.getTime() - alertedAt.getTime()) / (hoursEach * hour))
  return Math.min(alertSteps.length, 1 + Math.max(0, passed))
}
