import type { DisputeState } from '@ronghe/contract/station/mediation.ts'

export type DisputeStep =
  | 'agree'
  | 'decline'
  | 'stop'
  | 'refuse'
  | 'bothAccept'
  | 'plan'
  | 'hold'
  | 'terms'
  | 'sign'
  | 'fail'
  | 'refer'
  | 'stepBack'
  | 'sayKept'
  | 'close'

/** The whole life of a dispute. Until something is signed either side can stop at every step, and nothing else follows from it. */
export const disputeTransitions: Readonly<Record<DisputeState, Readonly<Partial<Record<DisputeStep, DisputeState>>>>> = {
  otherSideAsked: { agree: 'bothAgreed', decline: 'declined', stop: 'stopped' },
  bothAgreed: { refuse: 'bothAgreed', bothAccept: 'mediatorsAccepted', stepBack: 'bothAgreed', stop: 'stopped' },
  mediatorsAccepted: { plan: 'sessions', stepBack: 'bothAgreed', refer: 'referred', stop: 'stopped' },
  sessions: {
    plan: 'sessions',
    hold: 'sessions',
    terms: 'agreement',
    fail: 'noAgreement',
    refer: 'referred',
    stepBack: 'bothAgreed',
    stop: 'stopped',
  },
  agreement: { terms: 'agreement', sign: 'followUp', fail: 'noAgreement', stop: 'stopped' },
  followUp: { sayKept: 'followUp', close: 'closed' },
  noAgreement: {},
  declined: {},
  stopped: {},
  referred: {},
  closed: {},
}

export const stepDisputeState = (state: DisputeState, step: DisputeStep): DisputeState | undefined => disputeTransitions[state][step]
export const isOver = (state: DisputeState): boolean => Object.keys(disputeTransitions[state]).length === 0
/** Each side may have the mediators changed so often, without a reason. */
export const mostRefusals = 2
/** Calendar days after signing at which both are asked, after that once more until it is closed, and after the end until names and words go. */
export const followUpDays = 30
export const closeAfterDays = 15
