import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { replay, type FloorEvent } from '@ronghe/floor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newRonghe } from '../../app.ts'
import type { App } from '../../platform/http/implement.ts'
import { liveOf } from '../../platform/live/live.ts'
import type { Platform } from '../../platform/platform.ts'
import { admittedMotion, openHall, type Hall } from './floor.testing.ts'
import { openMotions } from './motions.testing.ts'
import type { CouncilTown } from './testing.ts'

let town: CouncilTown
let hall: Hall
/** The process that takes the commands, and another one beside it at which the followers are. */
let here: string
let beside: { readonly app: App; readonly platform: Platform; readonly url: string }
const opened: ClientRequest[] = []

beforeAll(async () => {
  town = await openMotions()
  await admittedMotion(town, 'zhou')
  hall = await openHall(town)
  await hall.open()
  await hall.debate()
  here = await listening(town.app)
  beside = await anotherProcess()
})
afterAll(async () => {
  for (const one of opened) one.destroy()
  await beside.app.fastify.close()
  await town.close()
})

const listening = async (app: App): Promise<string> => {
  await app.fastify.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}`
}
async function anotherProcess() {
  const platform: Platform = { ...town.platform }
  const app = await newRonghe(platform)
  return { app, platform, url: await listening(app) }
}

interface Following {
  readonly events: FloorEvent[]
  readonly status: number
  readonly headers: IncomingMessage['headers']
  until(number: number): Promise<void>
  readonly ended: Promise<void>
  cut(): void
  pause(): void
}

/** Reads the stream over a real socket. */
async function follow(url: string, lastEventId?: number): Promise<Following> {
  const asked = request(`${url}/api/v1/meetings/${hall.meetingId}/live`, {
    headers: { host: 's-street.test', ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) },
  })
  opened.push(asked)
  asked.on('error', () => {})
  const response = await new Promise<IncomingMessage>((ready) => asked.on('response', ready).end())
  const events: FloorEvent[] = []
  let rest = ''
  response.setEncoding('utf8').on('data', (text: string) => {
    const frames = (rest + text).split('\n\n')
    rest = frames.pop()!
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      if (data) events.push(JSON.parse(data) as FloorEvent)
    }
  })
  return {
    events,
    status: response.statusCode!,
    headers: response.headers,
    async until(number) {
      for (let tries = 0; (events.at(-1)?.number ?? 0) < number; tries++) {
        if (tries > 500) throw new Error(`event ${number} did not come; the last was ${events.at(-1)?.number}`)
        await wait(10)
      }
    },
    ended: new Promise((done) => response.on('close', () => done())),
    cut: () => asked.destroy(),
    pause: () => response.pause(),
  }
}
const numbers = ({ events }: Following) => events.map(({ number }) => number)
const last = async () => (await hall.state()).number
const id = (who: 'heYong' | 'liZhiqiang' | 'panHui') => town.idOf(who)

test('a follower has the whole list, then every event as it happens, also from another process', async () => {
  const [near, far] = [await follow(here), await follow(beside.url)]
  const soFar = await last()
  await Promise.all([near.until(soFar), far.until(soFar)])
  expect(near.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(near.headers['content-security-policy']).toContain("default-src 'none'")
  const began = performance.now()
  await hall.does('heYong', { kind: 'ask', delegateId: id('heYong'), stance: 'for' })
  await Promise.all([near.until(soFar + 1), far.until(soFar + 1)])
  expect(performance.now() - began).toBeLessThan(1500)
  for (const one of [near, far]) {
    expect(numbers(one)).toEqual(Array.from({ length: soFar + 1 }, (_, index) => index + 1))
    expect(replay(one.events)).toEqual(await hall.state())
  }
})

test('a connection cut in the middle of a speech comes back at the next number, and nothing is lost or twice', async () => {
  const far = await follow(beside.url)
  await far.until(await last())
  await hall.does('liang', { kind: 'giveFloor', toId: id('heYong') })
  await far.until(await last())
  far.cut()
  const seen = far.events.at(-1)!.number
  hall.wait(30)
  await hall.does('jiangWen', { kind: 'interpret', on: true })
  await hall.does('liZhiqiang', { kind: 'ask', delegateId: id('liZhiqiang'), stance: 'against' })
  hall.wait(40)
  await hall.does('jiangWen', { kind: 'interpret', on: false })
  const again = await follow(beside.url, seen)
  await again.until(await last())
  expect(numbers(again)).toEqual([seen + 1, seen + 2, seen + 3])
  expect(replay([...far.events, ...again.events])).toEqual(await hall.state())
  expect((await hall.state()).item!.motion!.speaking).toMatchObject({ usedMs: 30_000, interpretedMs: 40_000 })
})

test('a process that goes away ends its followers; they go on at the one that comes, from where they were', async () => {
  const far = await follow(beside.url)
  await far.until(await last())
  const seen = far.events.at(-1)!.number
  await beside.app.fastify.close()
  await far.ended
  await hall.does('heYong', { kind: 'endSpeech' })
  beside = await anotherProcess()
  const again = await follow(beside.url, seen)
  await again.until(await last())
  await hall.does('panHui', { kind: 'ask', delegateId: id('panHui'), stance: 'for' })
  await again.until(await last())
  expect(replay([...far.events, ...again.events])).toEqual(await hall.state())
})

test('a follower from further back is brought up to date beside those who are there', async () => {
  const near = await follow(beside.url, await last())
  const old = await follow(beside.url, 0)
  await old.until(await last())
  await hall.does('panHui', { kind: 'withdrawAsk', delegateId: id('panHui') })
  await Promise.all([near.until(await last()), old.until(await last())])
  expect(numbers(old)).toEqual(Array.from({ length: await last() }, (_, index) => index + 1))
})

test('nobody is told by NOTIFY: the followers find out by looking', async () => {
  const far = await follow(beside.url, await last())
  await town.platform.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ronghe live' and datname = current_database()`,
  )
  await hall.does('panHui', { kind: 'ask', delegateId: id('panHui'), stance: 'for' })
  await far.until(await last())
  expect(far.events).toHaveLength(1)
})

test('followers are let go of when they leave, and hold no connection of the database', async () => {
  for (const one of opened.splice(0)) one.destroy()
  const { app: _, platform, url } = beside
  for (let tries = 0; liveOf(platform).followers() > 0 && tries < 200; tries++) await wait(10)
  expect(liveOf(platform).followers()).toBe(0)
  const many = await Promise.all(Array.from({ length: 450 }, () => follow(url)))
  expect(many.every(({ status }) => status === 200)).toBe(true)
  expect(platform.database.pool.totalCount).toBeLessThanOrEqual(12)
  expect(platform.database.pool.waitingCount).toBe(0)
  await hall.does('panHui', { kind: 'withdrawAsk', delegateId: id('panHui') })
  const now = await last()
  await Promise.all(many.map((one) => one.until(now)))
})

test('a follower who takes nothing is dropped before the process chokes on it', async () => {
  const slow = await follow(beside.url, await last())
  slow.pause()
  const live = liveOf(beside.platform)
  const before = live.followers()
  const topic = `${town.street.id} flood`
  let number = 0
  let response: import('node:http').ServerResponse | undefined
  beside.app.fastify.server.once('request', (_request, reply) => (response = reply))
  const flooded = await follow(beside.url, await last())
  flooded.pause()
  const frame = 'x'.repeat(64 * 1024)
  live.follow({ topic, read: async (after) => (after < number ? [{ number: after + 1, text: frame }] : []) }, response!, 0)
  for (; number < 400 && !response!.destroyed;) {
    number++
    live.changed(topic)
    await wait(60)
  }
  expect(response!.destroyed).toBe(true)
  expect(number).toBeLessThan(400)
  expect(live.followers()).toBeGreaterThanOrEqual(before)
}, 40_000)
