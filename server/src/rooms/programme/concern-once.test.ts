import { randomUUID } from 'node:crypto'
import { raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { afterAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../platform/database/testing.ts'

const town: Town = await openTown()
afterAll(() => town.close())

const body = { id: randomUUID(), words: '垃圾三天没有收。', topic: 'environment' }
const concerns = () => town.rows<{ id: string }>('select id from concern where id = $1', [body.id])

test('a concern written without a line is raised once, however often and under whatever key the phone sends it', async () => {
  const raised = await town.as('chen').call(raiseConcern, { body, key: 'first-attempt' })
  expect(raised.id).toBe(body.id)
  expect(await town.as('chen').call(raiseConcern, { body, key: 'first-attempt' })).toEqual(raised)
  expect(await town.as('chen').call(raiseConcern, { body, key: 'days-later' })).toEqual(raised)
  expect(await concerns()).toHaveLength(1)
})

test('what was changed after it had arrived is not taken for the same, and the person is told', async () => {
  expect(await town.as('chen').refused(raiseConcern, { body: { ...body, words: '还有老鼠。' } })).toMatchObject({
    status: 409,
    code: 'concern-raised-already',
  })
  expect(await concerns()).toHaveLength(1)
})

test('somebody else’s uuid tells nothing about their concern', async () => {
  expect(await town.as('auntHuang').refused(raiseConcern, { body })).toMatchObject({ code: 'concern-id-taken' })
})
