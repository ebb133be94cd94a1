import type { listQueue as contract } from '@ronghe/contract/station/cases-desk.ts'
import type { Callable } from '../../../../api.ts'
import type { zh } from '../words/zh-CN.ts'

export type CaseViewName = keyof (typeof zh)['views']

const names: readonly CaseViewName[] = [
  'mine',
  'new',
  'dueSoon',
  'waitingForResident',
  'routed',
  'returned',
  'escalated',
  'external',
  'decided',
  'all',
]

/** What stands in the address; a view nobody knows is the first one. */
export const viewNamed = (name: string): CaseViewName => names.find((view) => view === name) ?? 'mine'

/** By address only: the side bar counts before any screen of the room, and with it the contract, is fetched. */
export const listQueue: Callable<typeof contract> = { id: 'station.cases.queue', method: 'GET', path: '/api/v1/desk/cases' }
