import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { operation } from '@ronghe/contract/operation.ts'
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest'
import * as z from 'zod/mini'
import { addressOf, call, OfflineError, ProblemError, send, sessionEnded } from './api.ts'

const getLamp = operation({
  id: 'test.lamp.get',
  method: 'GET',
  path: '/api/v1/lanes/:lane/lamps/:lamp',
  post: 'anyone',
  summary: 'A lamp',
  params: z.object({ lane: z.string(), lamp: z.number() }),
  query: z.object({ near: z.optional(z.array(z.string())), after: z.optional(z.string()) }),
  reply: z.object({ lit: z.boolean() }),
})
const fileLamp = operation({
  id: 'test.lamp.file',
  method: 'POST',
  path: '/api/v1/lamps',
  post: 'anyone',
  summary: 'Report a lamp',
  body: z.object({ lane: z.string() }),
  status: 201,
  reply: z.object({ number: z.string() }),
})

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
let seen: Seen[] = []
type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | 'hang up'
let answers: Answer[] = []

/** A server that records what reaches it and answers from the list. */
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (piece: string) => (body += piece))
  request.on('end', () => {
    seen.push({ method: request.method, url: request.url, headers: request.headers, body })
    const answer = answers.shift() ?? { status: 204 }
    if (answer === 'hang up') return void request.socket.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body))
  })
})
const browserless = globalThis.fetch

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // A browser resolves addresses against the page; node needs to be told which page.
  globalThis.fetch = (address, request) => browserless(new URL(String(address), origin), request)
})
afterAll(() => {
  globalThis.fetch = browserless
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  seen = []
  answers = []
})

test('an address carries its parameters, its query and the street it belongs to', () => {
  expect(addressOf(getLamp, { params: { lane: '三号巷', lamp: 7 }, query: { near: ['a', 'b'], after: undefined } }, '/s/s-jie')).toBe(
    `/s/s-jie/api/v1/lanes/${encodeURIComponent('三号巷')}/lamps/7?near=a&near=b`,
  )
  expect(() => addressOf(getLamp, { params: { lane: 'x' } }, '')).toThrow('lamp')
})

test('a reading is a GET without body and without key', async () => {
  answers = [{ status: 200, body: { lit: false } }]
  const reply = await call(getLamp, { params: { lane: 'a/b', lamp: 1 } })
  expectTypeOf(reply).toEqualTypeOf<{ lit: boolean }>() // typed by the operation, never `any`
  expect(reply).toEqual({ lit: false })
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/api/v1/lanes/a%2Fb/lamps/1', body: '' })
  expect(seen[0]?.headers['idempotency-key']).toBeUndefined()
})

test('every POST carries an idempotency key, another one for another deed', async () => {
  answers = [
    { status: 201, body: { number: 'A1' } },
    { status: 201, body: { number: 'A2' } },
  ]
  await call(fileLamp, { body: { lane: '三号巷' } })
  await call(fileLamp, { body: { lane: '三号巷' } })
  const keys = seen.map((one) => one.headers['idempotency-key'])
  expect(keys[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/)
  expect(keys[0]).not.toBe(keys[1])
  expect(JSON.parse(seen[0]!.body)).toEqual({ lane: '三号巷' })
})

test('a line that breaks after the server has acted is tried once more with the same key', async () => {
  answers = ['hang up', { status: 201, body: { number: 'A1' } }]
  expect(await call(fileLamp, { body: { lane: 'x' } })).toEqual({ number: 'A1' })
  expect(seen).toHaveLength(2)
  expect(seen[0]?.headers['idempotency-key']).toBe(seen[1]?.headers['idempotency-key'])
})

test('a line that breaks twice is offline, and the caller may try again with its own key', async () => {
  answers = ['hang up', 'hang up']
  await expect(call(fileLamp, { body: { lane: 'x' }, idempotencyKey: 'mine' })).rejects.toBeInstanceOf(OfflineError)
  expect(seen.map((one) => one.headers['idempotency-key'])).toEqual(['mine', 'mine'])
})

test('a refusal arrives with its code, its article and its fields, and is not tried again', async () => {
  const problem = {
    type: 'about:blank',
    title: '不行',
    status: 422,
    detail: '少了一项',
    code: 'invalid',
    article: '第 3 条',
    errors: [{ path: 'lane', code: 'required', detail: '请写巷名' }],
  }
  answers = [{ status: 422, body: problem, headers: { 'content-type': 'application/problem+json' } }]
  const error = await call(fileLamp, { body: { lane: '' } }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect(error).toMatchObject({ problem, fieldErrors: { lane: '请写巷名' } })
  expect(seen).toHaveLength(1)
})

test('an answer that is not ours, from a gateway, is a problem all the same', async () => {
  answers = [{ status: 503, headers: { 'retry-after': '7' } }]
  const error = await call(getLamp, { params: { lane: 'a', lamp: 1 } }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ problem: { status: 503, code: 'http-503' }, retryAfter: 7 })
})

test('a session that is over is announced once for each such answer', async () => {
  let ended = 0
  const count = (): void => void ended++
  sessionEnded.addEventListener('ended', count)
  answers = [{ status: 401, body: { type: 'about:blank', title: '', status: 401, detail: '请登录', code: 'not-signed-in' } }]
  await expect(call(fileLamp, { body: { lane: 'x' } })).rejects.toBeInstanceOf(ProblemError)
  sessionEnded.removeEventListener('ended', count)
  expect(ended).toBe(1)
})

test('files travel as a form, with a key like every POST', async () => {
  answers = [{ status: 201, body: { number: 'A1' } }]
  const form = new FormData()
  form.set('file', new File(['x'], '合同.pdf'))
  expect(await send(fileLamp, form)).toEqual({ number: 'A1' })
  expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(seen[0]?.headers['idempotency-key']).toBeDefined()
})

test('a reply without content is nothing', async () => {
  answers = [{ status: 204 }]
  expect(await call(fileLamp, { body: { lane: 'x' } })).toBeUndefined()
})
