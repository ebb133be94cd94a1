import * as queue from '@ronghe/contract/station/cases-desk.ts'
import { caseViews } from '@ronghe/contract/station/cases-desk.ts'
import { expect, test } from 'vitest'
import { listQueue, viewNamed } from './queue/views.ts'

test('what the side bar asks without loading the contract is what the contract declares', () => {
  expect(listQueue).toEqual({ id: queue.listQueue.id, method: queue.listQueue.method, path: queue.listQueue.path })
})

test('every view of the contract has its place at the desk, and an unknown one is the first', () => {
  expect(caseViews.map(viewNamed)).toEqual(caseViews)
  expect(viewNamed('nowhere')).toBe('mine')
})
