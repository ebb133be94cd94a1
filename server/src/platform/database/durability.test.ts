import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startEmbedded, type Embedded } from './embedded.ts'

test('of what PostgreSQL acknowledged nothing is lost over two kills; without durability some is', async () => {
  const kept = await lostOverKills({ durable: true, kills: 2 })
  expect(kept.acknowledged).toBeGreaterThan(10)
  expect(kept.lost).toEqual([])

  // The control: were nothing lost here either, the test could not see a loss.
  const careless = await lostOverKills({ durable: false, kills: 2 })
  expect(careless.lost.length).toBeGreaterThan(0)
}, 120_000)

/** Writes numbers one by one, keeps a ledger of those acknowledged, kills PostgreSQL in the middle, and looks for them afterwards. */
async function lostOverKills({ durable, kills }: { durable: boolean; kills: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'ronghe-durability-'))
  await chmod(folder, 0o755)
  const database = await startEmbedded({ data: join(folder, 'data'), durable })
  try {
    await withClient(database, (client) => client.query('create table number (n int primary key)'))
    const ledger: number[] = []
    let next = 0
    for (let kill = 0; kill < kills; kill++) {
      const { pid } = database
      const writing = withClient(database, async (client) => {
        for (;;) {
          const n = next++
          await client.query('insert into number values ($1)', [n])
          ledger.push(n)
        }
      }).catch(() => undefined) // the kill ends it
      await sleep(500)
      process.kill(pid, 'SIGKILL')
      await writing
      await expect.poll(() => database.pid, { timeout: 20_000 }).not.toBe(pid)
    }
    const { rows } = await withClient(database, (client) => client.query<{ n: number }>('select n from number'))
    const found = new Set(rows.map(({ n }) => n))
    return { acknowledged: ledger.length, lost: ledger.filter((n) => !found.has(n)) }
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function withClient<T>({ ownerUrl }: Embedded, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
