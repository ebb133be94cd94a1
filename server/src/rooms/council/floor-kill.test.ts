import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { FloorAsk } from '@ronghe/contract/council/floor.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { givenServer, inDatabase } from '../../platform/database/template.ts'
import { saveKeys } from '../../platform/privacy/keys.ts'
import { admittedMotion, openHall, type Hall } from './floor.testing.ts'
import { openMotions } from './motions.testing.ts'
import { locals, newcomers, type CouncilTown } from './testing.ts'

let town: CouncilTown
let hall: Hall
let running: ChildProcess | undefined
beforeAll(async () => {
  const now = Date.now()
  town = await openMotions({ at: new Date(now - 5 * 86_400_000).toISOString() })
  await town.rows(`insert into street_host (host, street_id) values ('127.0.0.1', $1)`, [town.street.id])
  await admittedMotion(town, 'zhou')
  // A process of its own has the clock of the machine.
  hall = await openHall(town, { startsAt: new Date(now - 60_000).toISOString() })
  await hall.open()
  await hall.debate()
  await hall.does('heYong', { kind: 'ask', delegateId: town.idOf('heYong'), stance: 'for' })
  await hall.does('liang', { kind: 'giveFloor', toId: town.idOf('heYong') })
})
afterAll(async () => {
  running?.kill('SIGKILL')
  await town.close()
})

/** The whole of Ronghe on the town's database, as a process that can be killed. */
async function start(): Promise<{ url: string; kill(): Promise<void> }> {
  const { data } = town.platform.config
  saveKeys({ data, keyFile: undefined }, town.keys)
  const [{ name }] = (await town.rows<{ name: string }>('select current_database() as name')) as [{ name: string }]
  const { ownerUrl, appUrl, branchUrl } = givenServer(process.env)!
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    RONGHE_DATA: data,
    RONGHE_DEMO: 'off',
    DATABASE_URL: inDatabase(ownerUrl, name),
    DATABASE_APP_URL: inDatabase(appUrl, name),
    DATABASE_BRANCH_URL: inDatabase(branchUrl, name),
  })
  const script = `
    import { serve } from ${JSON.stringify(import.meta.resolve('../../main.ts'))}
    const { address } = await serve(${JSON.stringify(config)})
    console.log('at ' + address)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  running = child
  const [printed] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('it did not start'))),
  ])) as [Buffer]
  return {
    url: /at (\S+)/.exec(String(printed))![1]!.replace('localhost', '127.0.0.1'),
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function sent(url: string, who: CastKey, commandId: string, command: FloorAsk): Promise<{ status: number; last: number }> {
  const response = await fetch(`${url}/api/v1/meetings/${hall.meetingId}/floor`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      cookie: await town.as(who).cookie(),
    },
    body: JSON.stringify({ commandId, command }),
  })
  return { status: response.status, last: 0, ...((await response.json()) as object) }
}

test('killed in the middle of a speech, a server has kept whatever it acknowledged, and the meeting goes on at the next one', async () => {
  const acknowledged: { commandId: string; last: number }[] = []
  const unanswered: { who: CastKey; commandId: string; command: FloorAsk }[] = []
  const delegates = [...newcomers, ...locals].filter((who) => who !== 'heYong')
  for (let kills = 0; kills < (process.env['RONGHE_FULL'] ? 5 : 1); kills++) {
    const server = await start()
    let alive = true
    const all = delegates.map(async (who) => {
      const delegateId = town.idOf(who)
      for (let asks = kills === 0; alive; asks = !asks) {
        const command: FloorAsk = asks ? { kind: 'ask', delegateId, stance: 'for' } : { kind: 'withdrawAsk', delegateId }
        const commandId = randomUUID()
        const answer = await sent(server.url, who, commandId, command).catch(() => undefined)
        if (answer?.status === 200) acknowledged.push({ commandId, last: answer.last })
        else if (!answer) unanswered.push({ who, commandId, command })
      }
    })
    for (let tries = 0; acknowledged.length < 30 * (kills + 1) && tries < 500; tries++) await wait(20)
    const killed = server.kill()
    alive = false
    await killed
    await Promise.all(all)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(30)

  const after = await start()
  const state = await hall.state()
  expect(acknowledged.filter(({ commandId, last }) => state.answered[commandId] !== last)).toEqual([])
  expect(state.item!.motion!.speaking).toMatchObject({ delegateId: town.idOf('heYong') })
  const rows = await town.rows<{ number: number }>('select number from meeting_event where meeting_id = $1 order by number', [
    hall.meetingId,
  ])
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))

  // What got no answer is sent again under its id: done once, whether it had been done or not.
  for (const { who, commandId, command } of unanswered) {
    await sent(after.url, who, commandId, command)
    const { last, status } = await sent(after.url, who, commandId, command)
    if (status === 200) expect((await hall.state()).answered[commandId]).toBe(last)
  }
  expect(await sent(after.url, 'heYong', randomUUID(), { kind: 'endSpeech' })).toMatchObject({ status: 200 })
  town.at(new Date())
  expect((await hall.state()).item!.motion!).toMatchObject({ speaking: null, speeches: [{ delegateId: town.idOf('heYong') }] })
}, 120_000)
