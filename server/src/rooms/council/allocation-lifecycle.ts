import type { RoundState } from '@ronghe/contract/council/allocation.ts'

/**
 * set up > rules fixed > call > feasibility > voting > counted > objection > resolution > projects > evaluated (08, Allocation). The council's one
 * return leads through corrections back to the count of the same ballots; nothing leads back to the rules or to the vote.
 */
const steps = {
  fix: { from: ['setUp'], to: 'rulesFixed' },
  openCall: { from: ['rulesFixed'], to: 'call' },
  endCall: { from: ['call'], to: 'feasibility' },
  openVoting: { from: ['feasibility'], to: 'voting' },
  count: { from: ['voting', 'corrections'], to: 'counted' },
  publish: { from: ['counted'], to: 'objection' },
  endObjection: { from: ['objection'], to: 'resolution' },
  note: { from: ['resolution'], to: 'projects' },
  return: { from: ['resolution'], to: 'corrections' },
  end: { from: ['projects'], to: 'evaluated' },
} as const satisfies Record<string, { readonly from: readonly RoundState[]; readonly to: RoundState }>
export type RoundStep = keyof typeof steps
export const roundSteps = Object.keys(steps) as readonly RoundStep[]

/** The next state, or undefined where the step does not fit. A round is returned at most once. */
export function stepRound(state: RoundState, step: RoundStep, returnedBefore: boolean): RoundState | undefined {
  const { from, to } = steps[step]
  if (!(from as readonly RoundState[]).includes(state)) return undefined
  return step === 'return' && returnedBefore ? undefined : to
}

const order: readonly RoundState[] = [
  'setUp',
  'rulesFixed',
  'call',
  'feasibility',
  'voting',
  'counted',
  'objection',
  'resolution',
  'corrections',
  'projects',
  'evaluated',
]
export const isBefore = (state: RoundState, other: RoundState): boolean => order.indexOf(state) < order.indexOf(other)
