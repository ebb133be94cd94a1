import type { zh } from '../words/zh-CN.ts'

/** What the desk may do with a case; the names are those the reply's `may` uses. */
export type StepName = keyof (typeof zh)['steps']

/** In the order in which a clerk reaches for them: the first that may be done is the main button. */
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
export const stepsOffered = (may: readonly string[]): readonly StepName[] => order.filter((step) => may.includes(step))

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
