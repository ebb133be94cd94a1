import { whoAmI as contract } from '@ronghe/contract/people/session.ts'
import { expect, test } from 'vitest'
import { whoAmI } from './session.tsx'

test('the first request of the app asks exactly what the contract declares', () => {
  expect(whoAmI).toEqual({ id: contract.id, method: contract.method, path: contract.path })
})
