import { whoAmI } from '@ronghe/contract/people/session.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../database/testing.ts'
import { securityHeaders } from './server.ts'

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

test('every answer, a refusal too, forbids inline code, foreign frames and guessing of types (S7)', async () => {
  for (const url of ['/api/v1/session', '/api/v1/nothing-here', '/health/live', '/metrics', '/api/docs']) {
    const { headers } = await town.app.fastify.inject({ url, headers: { host: 's-street.test' } })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' })
  }
})

test('strict transport is promised only where the street is served over https', () => {
  expect(securityHeaders('https://ronghe.example.cn')).toHaveProperty('strict-transport-security')
  expect(securityHeaders('http://localhost:3000')).not.toHaveProperty('strict-transport-security')
})

test('a page elsewhere cannot act with our cookie', async () => {
  const { statusCode, body } = await town.app.fastify.inject({
    method: 'POST',
    url: '/api/v1/sign-out',
    headers: {
      host: 's-street.test',
      origin: 'https://elsewhere.example',
      cookie: await town.as('chen').cookie(),
      'content-type': 'application/json',
    },
    payload: '{}',
  })
  expect(statusCode).toBe(403)
  expect(JSON.parse(body)).toMatchObject({ code: 'wrong-origin' })
  expect((await town.as('chen').call(whoAmI)).person?.name).toBe('陈国强')
})

test('a malformed body is refused as a problem with words, not as a page of a framework', async () => {
  const { statusCode, headers, body } = await town.app.fastify.inject({
    method: 'PUT',
    url: '/api/v1/settings/clocks',
    headers: { host: 's-street.test', 'content-type': 'application/json' },
    payload: '{"a":',
  })
  expect([400, 401]).toContain(statusCode)
  expect(headers['content-type']).toContain('application/problem+json')
  expect(JSON.parse(body)).toHaveProperty('detail')
})
