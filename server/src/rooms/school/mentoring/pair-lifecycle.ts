import type { MentoringSide, PairState } from '@ronghe/contract/school/mentoring.ts'

/** What moves a pair; goals and meetings are its life while it is agreed and move nothing. */
export type PairAct = 'agree' | 'decline' | 'expire' | 'close'

const table: Readonly<Record<PairAct, Partial<Record<PairState, PairState>>>> = {
  agree: { proposed: 'agreed' },
  decline: { proposed: 'declined' },
  expire: { proposed: 'expired' },
  close: { agreed: 'closed' },
}

export const stepPair = (state: PairState, act: PairAct): PairState | undefined => table[act][state]

/** Said yes on either side so far. */
export interface Said {
  readonly mentor: boolean
  readonly learner: boolean
}

/** A yes is kept until the other has said it too; one no ends the proposal. */
export function answered(said: Said, side: MentoringSide, yes: boolean): { readonly said: Said; readonly act: PairAct | undefined } {
  const next = { ...said, [side]: yes }
  if (!yes) return { said: next, act: 'decline' }
  return { said: next, act: next.mentor && next.learner ? 'agree' : undefined }
}

export const mostGoals = 3
