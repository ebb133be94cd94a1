import type { ContractAct, ContractState } from '@ronghe/contract/programme/contracts.ts'

/**
 * need > budgeted > call > offersEvaluated > contracted > running > accepted > paid > evaluated (02 §3, contractProject). A call that brought nothing
 * goes back to its budget; before there is a contract a project can be stopped, afterwards the contract says how it ends.
 */
const table: Readonly<Record<ContractAct, Partial<Record<ContractState, ContractState>>>> = {
  budget: { need: 'budgeted' },
  call: { budgeted: 'call' },
  callAgain: { call: 'budgeted' },
  choose: { call: 'offersEvaluated' },
  contract: { offersEvaluated: 'contracted' },
  start: { contracted: 'running' },
  accept: { running: 'accepted' },
  settle: { accepted: 'paid' },
  evaluate: { paid: 'evaluated' },
  stop: { need: 'stopped', budgeted: 'stopped', call: 'stopped', offersEvaluated: 'stopped' },
}

export type ContractStep =
  | { readonly kind: 'to'; readonly state: ContractState }
  | { readonly kind: 'refused'; readonly rule: `contract-not-${ContractAct}` }

export function stepProject(state: ContractState, act: ContractAct): ContractStep {
  const next = table[act][state]
  return next ? { kind: 'to', state: next } : { kind: 'refused', rule: `contract-not-${act}` }
}

const acts = Object.keys(table) as readonly ContractAct[]
export const actsFrom = (state: ContractState): ContractAct[] => acts.filter((act) => table[act][state] !== undefined)
/** What is bought is being delivered or was: money may be owed. */
export const isUnderContract = (state: ContractState): boolean => ['contracted', 'running', 'accepted', 'paid', 'evaluated'].includes(state)
export const isOver = (state: ContractState): boolean => state === 'evaluated' || state === 'stopped'
