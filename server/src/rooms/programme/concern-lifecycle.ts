import type { ConcernState } from '@ronghe/contract/programme/concerns.ts'

/** What can be done to a concern; who may do it is decided elsewhere. */
export const concernActs = [
  'screen',
  'return',
  'reassign',
  'begin',
  'answer',
  'decline',
  'merge',
  'unmerge',
  'protect',
  'accept',
  'reopen',
] as const
export type ConcernAct = (typeof concernActs)[number]

/** From where each act leads where (02 §3). `unmerge` goes back to where the concern was before the merge. */
const table: Readonly<Record<ConcernAct, Partial<Record<ConcernState, ConcernState | 'before'>>>> = {
  screen: { raised: 'screened' },
  return: { screened: 'raised', answering: 'raised' },
  reassign: { screened: 'screened', answering: 'screened' },
  begin: { screened: 'answering' },
  answer: { screened: 'answered', answering: 'answered' },
  decline: { raised: 'declined', screened: 'declined', answering: 'declined' },
  merge: { raised: 'merged', screened: 'merged', answering: 'merged' },
  unmerge: { merged: 'before' },
  // About somebody who works here: it begins anew with its reader, wherever it was.
  protect: { raised: 'screened', screened: 'screened', answering: 'screened' },
  accept: { answered: 'accepted' },
  // An answer that does not answer goes back to its owner; a refusal is screened anew.
  reopen: { answered: 'answering', declined: 'raised' },
}

export type BeforeMerge = 'raised' | 'screened' | 'answering'
export type Step =
  | { readonly kind: 'to'; readonly state: ConcernState }
  | { readonly kind: 'refused'; readonly rule: `concern-not-${ConcernAct}` }

/** The next state, or the rule that says no. */
export function step(state: ConcernState, act: ConcernAct, beforeMerge: BeforeMerge | null): Step {
  const next = table[act][state]
  if (next === undefined || (next === 'before' && beforeMerge === null)) return { kind: 'refused', rule: `concern-not-${act}` }
  return { kind: 'to', state: next === 'before' ? beforeMerge! : next }
}

export const canStep = (state: ConcernState, act: ConcernAct): boolean => table[act][state] !== undefined
/** Somebody in the street still owes something. */
export const isOpen = (state: ConcernState): boolean => state === 'raised' || state === 'screened' || state === 'answering'
