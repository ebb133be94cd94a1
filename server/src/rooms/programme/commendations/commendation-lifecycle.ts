import type { CommendationAct, CommendationState } from '@ronghe/contract/programme/commendations.ts'

/** call > nominations > review > publicNotice > awarded (02 §3). Nothing leads back: a criterion that turns out wrong is for the next year. */
const table: Readonly<Record<CommendationAct, Partial<Record<CommendationState, CommendationState>>>> = {
  openNominations: { call: 'nominations' },
  closeNominations: { nominations: 'review' },
  publishNotice: { review: 'publicNotice' },
  award: { publicNotice: 'awarded' },
}

export type CommendationStep =
  | { readonly kind: 'to'; readonly state: CommendationState }
  | { readonly kind: 'refused'; readonly rule: `commend-not-${CommendationAct}` }

export function stepRound(state: CommendationState, act: CommendationAct): CommendationStep {
  const next = table[act][state]
  return next ? { kind: 'to', state: next } : { kind: 'refused', rule: `commend-not-${act}` }
}

const acts = Object.keys(table) as readonly CommendationAct[]
export const actsFrom = (state: CommendationState): CommendationAct[] => acts.filter((act) => table[act][state] !== undefined)

/** What the dates say of a round. */
export interface RoundDates {
  readonly state: CommendationState
  readonly nominations_until: string
  readonly notice_until: string | null
}
export const takesNominations = ({ state, nominations_until }: RoundDates, day: string): boolean =>
  state === 'nominations' && day <= nominations_until
export const takesObjections = ({ state, notice_until }: RoundDates, day: string): boolean =>
  state === 'publicNotice' && notice_until !== null && day <= notice_until

/** What the announced dates bring about by themselves on a day. */
export function dueAct(
  { state, from, until }: { readonly state: CommendationState; readonly from: string; readonly until: string },
  day: string,
): CommendationAct | undefined {
  if (state === 'call' && day >= from) return 'openNominations'
  if (state === 'nominations' && day > until) return 'closeNominations'
  return undefined
}
