import type { MotionOutcomeKind, MotionState } from '@ronghe/contract/council/motion-states.ts'

/** What can be done to a motion; who may do it is decided elsewhere. */
export const motionSteps = [
  'seekSupport',
  'lapse',
  'file',
  'admit',
  'return',
  'uphold',
  'schedule',
  'unschedule',
  'move',
  'second',
  'debate',
  'putToVote',
  'dropUnseconded',
  'postpone',
  'refer',
  'carry',
  'reject',
  'withdraw',
] as const
export type MotionStep = (typeof motionSteps)[number]

/** From where each step leads where (02 §3). */
const table: Readonly<Record<MotionStep, Partial<Record<MotionState, MotionState>>>> = {
  seekSupport: { draft: 'seekingSupport' },
  // The time for support is over: the text is the author's again, and nothing of it is lost.
  lapse: { seekingSupport: 'draft' },
  file: { draft: 'filed', seekingSupport: 'filed' },
  admit: { filed: 'admitted' },
  return: { filed: 'returned' },
  // The council took an appeal: the motion goes on as if it had been admitted.
  uphold: { returned: 'admitted' },
  schedule: { admitted: 'onAgenda', postponed: 'onAgenda', referred: 'onAgenda' },
  // Taken off before the meeting, or the meeting ended without reaching it; what was carried over to it stays carried over.
  unschedule: { onAgenda: 'admitted' },
  move: { onAgenda: 'moved' },
  second: { moved: 'seconded', seconded: 'seconded' },
  debate: { moved: 'debated', seconded: 'debated' },
  putToVote: { moved: 'putToVote', seconded: 'putToVote', debated: 'putToVote' },
  dropUnseconded: { moved: 'rejected' },
  postpone: { onAgenda: 'postponed', moved: 'postponed', seconded: 'postponed', debated: 'postponed', putToVote: 'postponed' },
  refer: { moved: 'referred', seconded: 'referred', debated: 'referred', putToVote: 'referred' },
  carry: { putToVote: 'carried' },
  reject: { putToVote: 'rejected' },
  // Once it is seconded it belongs to the council, and its mover can no longer take it away.
  withdraw: {
    draft: 'withdrawn',
    seekingSupport: 'withdrawn',
    filed: 'withdrawn',
    admitted: 'withdrawn',
    returned: 'withdrawn',
    onAgenda: 'withdrawn',
    moved: 'withdrawn',
    postponed: 'withdrawn',
    referred: 'withdrawn',
  },
}

export type Stepped =
  | { readonly kind: 'to'; readonly state: MotionState }
  | { readonly kind: 'refused'; readonly rule: `motion-not-${MotionStep}` }

/** The next state, or the rule that says no. */
export function stepMotion(state: MotionState, step: MotionStep): Stepped {
  const next = table[step][state]
  return next === undefined ? { kind: 'refused', rule: `motion-not-${step}` } : { kind: 'to', state: next }
}
export const canStep = (state: MotionState, step: MotionStep): boolean => table[step][state] !== undefined

/** What a vote does to it: without a quorum it comes again, and what is still tied after the chair's vote fails. */
export const stepOfOutcome = (outcome: MotionOutcomeKind): 'carry' | 'reject' | 'postpone' =>
  outcome === 'carried' ? 'carry' : outcome === 'no-quorum' ? 'postpone' : 'reject'

/** Decided for good, or gone. */
export const isOver = (state: MotionState): boolean => state === 'carried' || state === 'rejected' || state === 'withdrawn'
/** Everybody may read it: from the moment its author asks for support. */
export const isPublic = (state: MotionState): boolean => state !== 'draft'
/** Its text may be amended. */
export const amendableStates: readonly MotionState[] = ['admitted', 'onAgenda', 'moved', 'seconded', 'debated', 'postponed', 'referred']
/** Waits for a meeting. */
export const waitingStates: readonly MotionState[] = ['admitted', 'postponed', 'referred']
