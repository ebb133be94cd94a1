import * as contract from '@ronghe/contract/programme/concerns.ts'
import { expect, test } from 'vitest'
import { concernLists } from './views.ts'

test('the lists are asked for where the contract says they are', () => {
  const said = [contract.listToScreen, contract.listToAnswer, contract.listProtected].map(({ id, method, path }) => ({ id, method, path }))
  expect(concernLists).toEqual(said)
})
