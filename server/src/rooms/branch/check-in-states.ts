import type { CheckInState } from '@ronghe/contract/branch/check-ins.ts'

/** declared > confirmed | declined > ended (02 §3). What the branch may do; withdrawing is the member's at any time, and deletes. */
export type CheckInStep = 'confirm' | 'decline' | 'end'
const steps: Readonly<Record<CheckInState, Partial<Record<CheckInStep, 'confirmed' | 'declined' | 'ended'>>>> = {
  declared: { confirm: 'confirmed', decline: 'declined' },
  confirmed: { end: 'ended' },
  declined: {},
  ended: {},
}

/** The state a step leads to; undefined where it is not one to take. */
export const takesStep = (state: CheckInState, step: CheckInStep): 'confirmed' | 'declined' | 'ended' | undefined => steps[state][step]
export const stepsFrom = (state: CheckInState): readonly CheckInStep[] => Object.keys(steps[state]) as CheckInStep[]
