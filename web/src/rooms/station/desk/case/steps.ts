import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import type { zh } from '../words/zh-CN.ts'

/** What the desk may do with a case; the names are those the reply's `may` uses. */
export type StepName = keyof (typeof zh)['steps']

/** In the order in which a clerk reaches for them: the first that may be done is the main button. Papers come first only when they are awaited. */
const order: readonly StepName[] = [
  'receive',
  'accept',
  'departmentAccept',
  'externalReply',
  'decide',
  'route',
  'close',
  'ask',
  'departmentDecline',
  'return',
  'externalStart',
  'externalAsk',
  'take',
  'waive',
  'departmentNumber',
  'handOver',
  'reopen',
  'ratingCode',
  'withdraw',
]

/** Steps the page has a button for, of those the reply offers. */
export function stepsOffered(may: readonly string[], state: CaseOnPage['state']): readonly StepName[] {
  const offered = order.filter((step) => may.includes(step))
  if (state === 'waitingForResident') return offered
  return [...offered.filter((step) => step !== 'receive'), ...offered.filter((step) => step === 'receive')].toSorted(
    (one, other) => Number(late.has(one)) - Number(late.has(other)),
  )
}

/** Seldom, or hard to take back: never before the papers. */
const late: ReadonlySet<StepName> = new Set(['departmentNumber', 'handOver', 'reopen', 'ratingCode', 'withdraw', 'waive'])

/** The keys of the steps, shown by the keyboard help. */
export const stepKeys: Readonly<Partial<Record<StepName, string>>> = {
  accept: 'a',
  receive: 's',
  ask: 'm',
  route: 'r',
  decide: 'd',
  close: 'f',
  take: 't',
  handOver: 'h',
  departmentAccept: 'a',
  departmentDecline: 'b',
  return: 'b',
  waive: 'w',
}
