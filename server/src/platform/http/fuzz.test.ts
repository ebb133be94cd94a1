import type { AnyOperation } from '@ronghe/contract/operation.ts'
import { cast, type CastKey } from '@ronghe/demo/cast.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { openTown, type Town } from '../database/testing.ts'

/**
 * Malformed requests (R4): made from each operation's own schema and then bent, cut, deepened and filled with what databases and parsers
 * choke on. No answer may be a 5xx and the server must still be there. 2,000 in `npm test`, 50,000 in CI.
 */
const seed = 20261123
const requests = process.env['RONGHE_FULL'] ? 50_000 : 2_000

let town: Town
let cookies: string[]
beforeAll(async () => {
  town = await openTown()
  cookies = await Promise.all(
    (['chen', 'heMin', 'luoYan', 'officerLin', 'zhaoYu', 'wangJun'] satisfies CastKey[])
      .filter((who) => who in cast)
      .map((who) => town.as(who).cookie()),
  )
})
afterAll(() => town.close())

type Schema = {
  readonly type?: string
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly enum?: unknown[]
  readonly anyOf?: Schema[]
  readonly const?: unknown
  readonly format?: string
}

const nasty = fc.constantFrom<unknown>(
  null,
  '',
  '\0',
  'a\0b',
  '\uD800',
  '𠮷'.repeat(40),
  "' or 1=1 --",
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '%00',
  '2026-02-30',
  '9999-12-31',
  -1,
  0,
  1e308,
  2 ** 53,
  -0.5,
  1e21,
  true,
  [],
  {},
  [[[[]]]],
  'x'.repeat(5000),
  '00000000-0000-0000-0000-000000000000',
  Number.MAX_SAFE_INTEGER,
  '１２３',
  '{"$ne":1}',
  '__proto__',
)
const deep = fc.integer({ min: 10, max: 400 }).map((levels) => `${'['.repeat(levels)}1${']'.repeat(levels)}`)

function fitting(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 4) return nasty
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one, depth + 1)))
  switch (schema.type) {
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, shape]) => [name, bent(shape, depth + 1)])), {
        requiredKeys: [],
      })
    case 'array':
      return fc.array(bent(schema.items ?? {}, depth + 1), { maxLength: 4 })
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1, 2 ** 31, 2 ** 63))
    case 'boolean':
      return fc.boolean()
    case 'string':
      if (schema.format === 'uuid') return fc.oneof(fc.uuid(), fc.constant(town.idOf('chen')))
      if (schema.format === 'date') return fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
      if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map((day) => day.toISOString())
      return fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 30 }))
    default:
      return fc.oneof(nasty, fc.jsonValue())
  }
}

/** Mostly what fits, now and then something that does not. */
const bent = (schema: Schema, depth: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: nasty })

interface Attack {
  readonly operation: AnyOperation
  readonly params: Record<string, string>
  readonly query: Record<string, string>
  readonly payload: string | Buffer
  readonly cookie: number
}

function attacks(): fc.Arbitrary<Attack> {
  const aims = town.app.operations.map((operation) => {
    const shape = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema
    const names = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const text = fc.oneof(fc.uuid(), fc.constantFrom(town.idOf('chen'), '%F0%28', 'a%00b', '..', 'x'.repeat(300), '%', '🙂'))
    return fc.record({
      operation: fc.constant(operation),
      params: fc.record(Object.fromEntries(names.map((name) => [name, text]))) as fc.Arbitrary<Record<string, string>>,
      query: fitting(shape(operation.query)).map((query) =>
        Object.fromEntries(
          Object.entries((query ?? {}) as object).map(([name, value]) => [
            name,
            typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value),
          ]),
        ),
      ),
      payload: fc.oneof(
        { weight: 12, arbitrary: bent(shape(operation.body), 0).map((body) => JSON.stringify(body) ?? 'null') },
        { weight: 1, arbitrary: deep },
        {
          weight: 1,
          arbitrary: fc.constantFrom<string | Buffer>(
            '{',
            '{"a":1e999}',
            'null',
            '"',
            '[1,2',
            Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
            '{"__proto__":{"x":1}}',
            `{"a":"${'\\u0000'}"}`,
          ),
        },
      ),
      cookie: fc.nat(20),
    })
  })
  return fc.oneof(...aims)
}

test(`${requests} malformed requests: no 5xx, and the server is still there`, async () => {
  const broken: string[] = []
  let sent = 0
  await fc.assert(
    fc.asyncProperty(attacks(), async ({ operation, params, query, payload, cookie }) => {
      sent++
      const url = operation.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'x')
      const search = new URLSearchParams(query)
      const writes = operation.method !== 'GET' && operation.method !== 'DELETE'
      const response = await town.app.fastify.inject({
        method: operation.method,
        url: search.size > 0 ? `${url}?${search}` : url,
        headers: {
          host: 's-street.test',
          ...(writes ? { 'content-type': operation.media?.request ? 'multipart/form-data; boundary=x' : 'application/json' } : {}),
          ...(cookies[cookie] ? { cookie: cookies[cookie] } : {}),
        },
        ...(writes ? { payload } : {}),
      })
      if (response.statusCode >= 500) broken.push(`${operation.id} ${response.statusCode} ${url} ${String(payload).slice(0, 300)}`)
    }),
    { seed, numRuns: requests },
  )
  expect(sent).toBe(requests)
  expect([...new Set(broken)].slice(0, 10)).toEqual([])
  expect((await town.app.fastify.inject({ url: '/health/live' })).statusCode).toBe(200)
}, 1_200_000)
