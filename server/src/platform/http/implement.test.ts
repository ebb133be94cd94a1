import { whoAmI } from '@ronghe/contract/people/session.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../database/testing.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

test('a stranger is told the street’s name and nothing about anybody', async () => {
  const reply = await town.anonymous.call(whoAmI)
  expect(reply.person).toBeNull()
  expect(reply.street.name['zh-CN']).toBe('S街')
})

test('a clerk has the permissions of the post held today, and none before the second factor', async () => {
  expect((await town.as('heMin').call(whoAmI)).person).toMatchObject({
    name: '何敏',
    permissions: expect.arrayContaining(['station.cases.work']),
  })
  expect((await town.as('heMin', { secondFactor: false }).call(whoAmI)).person?.permissions).toEqual([])
})

test('a session of one street opens nothing in another', async () => {
  const { body } = await town.app.fastify.inject({ url: '/api/v1/session', headers: { host: 't-street.test', cookie: 'ronghe=nonsense' } })
  expect(JSON.parse(body)).toMatchObject({ street: { slug: 't-street' }, person: null })
})

test('a page read again unchanged is answered with 304', async () => {
  const first = await town.anonymous.raw(whoAmI)
  const again = await town.anonymous.raw(whoAmI, { headers: { 'if-none-match': String(first.headers['etag']) } })
  expect(again.status).toBe(304)
})
