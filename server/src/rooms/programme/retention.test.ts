import { listRetention } from '@ronghe/contract/programme/retention.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'
import { retention } from '../../platform/privacy/retention.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.close())

test('the settings show every row of the table that the nightly job acts on', async () => {
  const { items } = await town.as('zhaoYu').call(listRetention)
  expect(items).toHaveLength(retention.length)
  expect(items.find(({ table }) => table === 'access_log')).toEqual({
    table: 'access_log',
    columns: null,
    does: 'delete',
    after: { unit: 'days', count: 365 },
    from: 'created',
  })
  expect(items.find(({ table }) => table === 'data_request')?.after).toEqual({ unit: 'months', count: 24 })
})

test('a clerk does not keep the settings', async () => {
  expect((await town.as('heMin').refused(listRetention)).status).toBe(403)
})
