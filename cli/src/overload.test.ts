import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSessions } from './testing.ts'
import { serveBehindWires, type Wired } from './wires.testing.ts'

/**
 * The database answers late, as it would under a burden, so that what can be served is little and known, and ten times as much is sent by one
 * test on one machine. Requests come by the clock, whatever became of those before (open loop): a queue that grows is seen.
 */
const seconds = 5
const times = 10

let wired: Wired
let cookies: readonly string[]
beforeAll(async () => {
  wired = await serveBehindWires()
  // Many people: one alone would be slowed down by the limit on each.
  cookies = await openSessions(wired.ownerUrl, 'chen', 100, new Date())
  wired.toDatabase.be('slow')
}, 120_000)
afterAll(() => wired?.close())

interface Answer {
  readonly status: number
  readonly ms: number
  readonly retryAfter: string | null
  readonly code: string | undefined
}

let asked = 0
async function ask(): Promise<Answer> {
  const cookie = cookies[asked++ % cookies.length]!
  const started = performance.now()
  const response = await fetch(`${wired.served.address}/api/v1/my-concerns`, { headers: { cookie }, signal: AbortSignal.timeout(20_000) })
  const body = (await response.json()) as { code?: string }
  return { status: response.status, ms: performance.now() - started, retryAfter: response.headers.get('retry-after'), code: body.code }
}

/** How long a request takes that needs no database. */
async function nothing(): Promise<number> {
  const started = performance.now()
  await (await fetch(`${wired.served.address}/health/live`)).text()
  return performance.now() - started
}

/** What is served in a second when twenty ask again as soon as they are answered. */
async function capacity(): Promise<number> {
  const until = performance.now() + 3000
  let served = 0
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (performance.now() < until) if ((await ask()).status === 200) served++
    }),
  )
  return served / 3
}

test('ten times of what can be served: the rest is told within a second to come back, work goes on, and ten seconds later all is well', async () => {
  const perSecond = await capacity()
  expect(perSecond).toBeGreaterThan(1)
  const answers: Promise<Answer>[] = []
  const pulse: Promise<number>[] = []
  const started = performance.now()
  while (performance.now() - started < seconds * 1000) {
    const due = ((performance.now() - started) / 1000) * perSecond * times
    while (answers.length < due) answers.push(ask())
    pulse.push(nothing())
    await sleep(20)
  }
  const all = await Promise.all(answers)
  const machine = Math.max(...(await Promise.all(pulse)))
  const served = all.filter(({ status }) => status === 200)
  const rest = all.filter(({ status }) => status !== 200)
  expect(rest.length, 'there was too much').toBeGreaterThan(all.length / 2)
  for (const { status, retryAfter, code } of rest) {
    expect([429, 503]).toContain(status)
    expect(retryAfter).toMatch(/^[1-9]\d*$/)
    expect(code).toMatch(/^(unavailable|too-many)$/)
  }
  // What the machine itself takes for a request that asks for nothing is not waiting in our line; one in a hundred may have been let in before
  // the line was known to be long.
  expect(percentile(rest, 0.99), 'told to come back').toBeLessThan(1000 + machine)
  expect(percentile(all, 1), 'anybody').toBeLessThan(3500 + machine)
  expect(served.length / seconds, 'served in a second').toBeGreaterThan(perSecond / 3)

  const over = performance.now()
  await expect
    .poll(async () => (await Promise.all(Array.from({ length: 10 }, ask))).every(({ status }) => status === 200), {
      timeout: 10_000,
      interval: 200,
    })
    .toBe(true)
  expect(performance.now() - over).toBeLessThan(10_000)
}, 60_000)

function percentile(answers: readonly Answer[], share: number): number {
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!
}
