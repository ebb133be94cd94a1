import type { ResolutionState } from '@ronghe/contract/council/resolutions.ts'

/** What moves a resolution; who may do it is decided elsewhere. */
export const resolutionActs = ['publish', 'advise', 'accept', 'refuse', 'finish', 'giveUp', 'review', 'reopen'] as const
export type ResolutionAct = (typeof resolutionActs)[number]

/** From where each act leads where (02 §3). Silence moves nothing: the body may still reply, and everybody sees that it has not. */
const table: Readonly<Record<ResolutionAct, Partial<Record<ResolutionState, ResolutionState>>>> = {
  publish: { adopted: 'underway' },
  advise: { adopted: 'awaitingReply' },
  accept: { awaitingReply: 'underway' },
  refuse: { awaitingReply: 'refused' },
  finish: { underway: 'done' },
  // Every task was refused with its reason: there is nothing left to do.
  giveUp: { underway: 'refused' },
  review: { done: 'reviewed', refused: 'reviewed' },
  reopen: { done: 'underway', refused: 'underway', reviewed: 'underway' },
}

export const stepResolution = (state: ResolutionState, act: ResolutionAct): ResolutionState | undefined => table[act][state]

/** Tasks decide by themselves: the last one that ends closes the resolution, done if anything was done. */
export function closingAct(tasks: readonly { readonly state: 'open' | 'done' | 'refused' }[]): 'finish' | 'giveUp' | undefined {
  if (tasks.length === 0 || tasks.some(({ state }) => state === 'open')) return undefined
  return tasks.some(({ state }) => state === 'done') ? 'finish' : 'giveUp'
}
