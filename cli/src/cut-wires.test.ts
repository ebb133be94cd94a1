import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, openSessions, type Served } from './testing.ts'
import { serveBehindWires, type Wire, type Wired } from './wires.testing.ts'

let wired: Wired
let served: Served
let ownerUrl: string
let toDatabase: Wire
let toServer: Wire
let cookie: string
beforeAll(async () => {
  wired = await serveBehindWires()
  ;({ served, ownerUrl, toDatabase, toServer } = wired)
  cookie = (await openSessions(ownerUrl, 'chen', 1, new Date()))[0]!
}, 120_000)
afterAll(() => wired?.close())

test('a reply that is lost after the deed was done and asked for again with the same key: one concern and the same reply', async () => {
  const key = randomUUID()
  const send = () => raise(`http://127.0.0.1:${toServer.port}`, key)
  const before = await concerns()
  toServer.be('loses-replies')
  await expect(send()).rejects.toThrow()
  await expect.poll(concerns).toBe(before + 1)
  toServer.be('open')
  const replies = [await send(), await send()]
  expect(replies.map(({ status }) => status)).toEqual([201, 201])
  const [first, second] = await Promise.all(replies.map((reply) => reply.json() as Promise<{ id: string }>))
  expect(second).toEqual(first)
  expect(await concerns()).toBe(before + 1)
})

test('fifty at once with the same key, half of the replies lost, are one concern', async () => {
  const key = randomUUID()
  const before = await concerns()
  const direct = Array.from({ length: 25 }, () => raise(served.address, key).then(({ status }) => status))
  toServer.be('loses-replies')
  const lost = Array.from({ length: 25 }, () =>
    raise(`http://127.0.0.1:${toServer.port}`, key).then(
      ({ status }) => status,
      () => 'lost',
    ),
  )
  const seen = new Set([...(await Promise.all(direct)), ...(await Promise.all(lost))])
  toServer.be('open')
  // 409 is the honest "the first one is still under way"; its caller asks again.
  expect([...seen].filter((one) => one !== 201 && one !== 409 && one !== 'lost')).toEqual([])
  expect((await raise(served.address, key)).status).toBe(201)
  expect(await concerns()).toBe(before + 1)
})

test.for(['silent', 'cut'] as const)(
  'with the database %s nobody waits longer than three seconds, the answer is an honest 503, and it passes',
  async (mood) => {
    expect((await timed('/api/v1/my-concerns')).status).toBe(200)
    toDatabase.be(mood)
    const asked = ['/api/v1/my-concerns', '/api/v1/notices', '/api/v1/my-concerns', '/health/ready']
    // More than there are connections, and not all at once: whoever waits for a connection first may not wait for the database on top.
    const more = Array.from({ length: 30 }, async (_, place) => {
      await sleep(place * 60)
      return timed('/api/v1/my-concerns')
    })
    const answers = await Promise.all([...asked.map((path) => timed(path)), timed('/api/v1/concerns', randomUUID()), ...more])
    for (const { status, ms, body, retryAfter, path } of answers) {
      expect([path, status]).toEqual([path, 503])
      // Three seconds for the request and a little for a busy machine; without the client's own time-out it would be fifteen and more.
      expect(ms, path).toBeLessThan(3500)
      if (path === '/health/ready') continue
      expect(retryAfter).toMatch(/^\d+$/)
      expect(JSON.parse(body)).toMatchObject({ code: 'unavailable', status: 503 })
    }
    expect((await timed('/health/live')).status).toBe(200)
    toDatabase.be('open')
    await expect.poll(async () => (await timed('/api/v1/my-concerns')).status, { timeout: 10_000, interval: 100 }).toBe(200)
    expect((await timed('/api/v1/concerns', randomUUID())).status).toBe(201)
  },
)

async function timed(path: string, key?: string) {
  const started = performance.now()
  const response = await (key
    ? raise(served.address, key)
    : fetch(`${served.address}${path}`, { headers: { cookie }, signal: AbortSignal.timeout(20_000) }))
  const body = await response.text()
  return { path, status: response.status, body, retryAfter: response.headers.get('retry-after') ?? '', ms: performance.now() - started }
}

const raise = (address: string, key: string): Promise<Response> =>
  fetch(`${address}/api/v1/concerns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify({ words: '井盖裂了', topic: 'safety' }),
    signal: AbortSignal.timeout(20_000),
  })

async function concerns(): Promise<number> {
  const { rows } = await asOwner(ownerUrl, (client) => client.query<{ count: number }>('select count(*)::int as count from concern'))
  return rows[0]!.count
}
