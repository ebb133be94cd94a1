import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOwner, embeddedOf, loadTinyDemo, openSessions, serveRonghe, type Served } from './testing.ts'

/** 2 + 2 kills with `npm test`, 20 + 20 in the long form (09, Test budget). */
const kills = process.env['RONGHE_FULL'] ? 20 : 2

let data: string
let served: Served
let cookies: readonly string[]
const env = () => ({ RONGHE_DATA: data, ...(served ? { PORT: new URL(served.address).port } : {}) })
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'ronghe-kills-'))
  await chmod(data, 0o755)
  await loadTinyDemo(env())
  served = await serveRonghe(env())
  cookies = await openSessions((await embeddedOf(data)).ownerUrl, 'chen', 60, new Date())
}, 120_000)
afterAll(async () => {
  await served?.stop()
  await removeEmbedded(data)
  await rm(data, { recursive: true, force: true })
})

test(
  'of what residents were told is received nothing is lost, however often server and database are killed; and nothing is there twice',
  async () => {
    const before = await stored()
    const ledger: string[] = []
    let going = true
    const writers = Array.from({ length: 3 }, (_, writer) => write(writer, () => going, ledger))
    for (let kill = 0; kill < kills; kill++) {
      await sleep(700)
      await served.kill()
      served = await serveRonghe(env())
      await someMore(ledger)
      const { pid } = await embeddedOf(data)
      process.kill(pid, 'SIGKILL')
      await someMore(ledger)
    }
    going = false
    const sentKeys = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0)

    const after = await stored()
    expect(ledger.length).toBeGreaterThan(kills * 10)
    expect(ledger.filter((id) => !after.has(id))).toEqual([])
    // Every key was sent again until it was answered, so there is one row for each and none besides.
    expect(after.size - before.size).toBe(sentKeys)
    expect(new Set(ledger).size).toBe(ledger.length)
  },
  60_000 + kills * 30_000,
)

/** A resident who sends one concern after the other, each again with the same key until an answer has come. @returns how many keys were used. */
async function write(writer: number, going: () => boolean, ledger: string[]): Promise<number> {
  let keys = 0
  while (going()) {
    const key = randomUUID()
    const words = `路灯不亮 ${writer} ${keys}`
    keys++
    for (let answered = false; !answered;) {
      const reply = await raise(key, words, cookies[(writer + keys * 3) % cookies.length]!)
      if (reply?.status === 201) {
        ledger.push(((await reply.json()) as { id: string }).id)
        answered = true
      } else {
        if (reply && reply.status !== 503 && reply.status !== 409)
          throw new Error(`a concern was answered with ${reply.status}: ${await reply.text()}`)
        await sleep(50)
      }
    }
  }
  return keys
}

const raise = (key: string, words: string, cookie: string): Promise<Response | undefined> =>
  fetch(`${served.address}/api/v1/concerns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify({ words, topic: 'safety' }),
    signal: AbortSignal.timeout(5000),
  })
    .then(async (response) => {
      // A reply cut in the middle is none.
      const text = await response.text()
      return new Response(text, { status: response.status })
    })
    .catch(() => undefined)

/** Waits until the street answers again. */
async function someMore(ledger: readonly string[]): Promise<void> {
  const so = ledger.length
  await expect.poll(() => ledger.length, { timeout: 30_000, interval: 50 }).toBeGreaterThan(so + 10)
}

async function stored(): Promise<ReadonlySet<string>> {
  const { ownerUrl } = await embeddedOf(data)
  const { rows } = await asOwner(ownerUrl, (client) => client.query<{ id: string }>('select id from concern'))
  return new Set(rows.map(({ id }) => id))
}
