import type { AgreementAct, AgreementState } from '@ronghe/contract/programme/agreements.ts'

/** From where each act leads where; `expire` is done by the calendar and by nobody. Renewing closes this agreement and begins the next one. */
const table: Readonly<Record<AgreementAct | 'expire', Partial<Record<AgreementState, AgreementState>>>> = {
  negotiate: { proposed: 'negotiating', signed: 'negotiating' },
  sign: { negotiating: 'signed' },
  enterIntoForce: { signed: 'inForce' },
  renew: { inForce: 'renewed', expired: 'renewed' },
  expire: { inForce: 'expired' },
  end: { proposed: 'ended', negotiating: 'ended', signed: 'ended', inForce: 'ended' },
}

export type AgreementStep =
  | { readonly kind: 'to'; readonly state: AgreementState }
  | { readonly kind: 'refused'; readonly rule: `agreement-not-${AgreementAct}` }

export function stepAgreement(state: AgreementState, act: AgreementAct): AgreementStep {
  const next = table[act][state]
  return next ? { kind: 'to', state: next } : { kind: 'refused', rule: `agreement-not-${act}` }
}

export const agreementActs: readonly AgreementAct[] = ['negotiate', 'sign', 'enterIntoForce', 'renew', 'end']
export const stepsFrom = (state: AgreementState): AgreementAct[] => agreementActs.filter((act) => table[act][state] !== undefined)
export const expires = (state: AgreementState): boolean => table.expire[state] !== undefined

/** Dates decide what is offered on a day, not a job that may run late: a renewed one still counts to its own last day, an ended one not at all. */
export function isOffered(
  { state, startsOn, endsOn }: { readonly state: AgreementState; readonly startsOn: string | null; readonly endsOn: string | null },
  day: string,
): boolean {
  return (state === 'inForce' || state === 'renewed') && startsOn !== null && endsOn !== null && startsOn <= day && day <= endsOn
}
