import type { followUpSteps } from '@ronghe/contract/station/ratings.ts'

export type FollowUpState = 'open' | 'verified' | 'fixed' | 'calledBack' | 'closed'
export type FollowUpStep = (typeof followUpSteps)[number]

export interface FollowUpStanding {
  readonly state: FollowUpState
  /** The giver agreed to a call. */
  readonly mayCall: boolean
  readonly called: boolean
}

const transitions: Readonly<Record<FollowUpState, Readonly<Partial<Record<FollowUpStep, FollowUpState>>>>> = {
  open: { verify: 'verified', call: 'open', misRated: 'closed', note: 'open' },
  verified: { call: 'verified', fix: 'fixed', misRated: 'closed', note: 'verified' },
  fixed: { callBack: 'calledBack', note: 'fixed' },
  calledBack: { close: 'closed', note: 'calledBack' },
  closed: {},
}

/**
 * Verify, fix, call back, close: none is skipped. Who agreed to a call is called before anything is fixed, because what is wrong is what
 * they say; who did not is answered in writing at the end. Undefined is a refusal.
 */
export function stepFollowUpState({ state, mayCall, called }: FollowUpStanding, step: FollowUpStep): FollowUpState | undefined {
  if (step === 'call' && (!mayCall || called)) return undefined
  if (step === 'fix' && mayCall && !called) return undefined
  return transitions[state][step]
}

export const stepsOfFollowUp = (standing: FollowUpStanding): FollowUpStep[] =>
  (Object.keys(transitions[standing.state]) as FollowUpStep[]).filter((step) => stepFollowUpState(standing, step) !== undefined)
