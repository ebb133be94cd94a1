import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { embeddedOf, serveRonghe } from '@ronghe/cli/testing.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { readMigrations, fingerprint } from '@ronghe/server/platform/database/migrate.ts'
import type { Amounts } from '@ronghe/demo/sizes.ts'
import { asks, gather, type Crowd } from './crowd.ts'
import { loadInto } from './data.ts'
import { complaints, latency, loadClient, type Answered, type Ask } from './load-client.ts'
import { rounded, type Bench, type Figures } from './measure.ts'
import { childrenOf, processorSeconds } from './processes.ts'

const rate = 300
/** P7: a street of 200,000 residents and five million rows. `--scale small` is for trying the benchmark itself. */
const scales: Readonly<Record<string, Amounts>> = {
  full: { residents: 200_000, cases: 380_000, concerns: 15_000, hazards: 6_000, disputes: 800 },
  small: { residents: 2_000, cases: 1_500, concerns: 140, hazards: 90, disputes: 16 },
}

/** What a street does all day: mostly residents looking, some filing, a few clerks at work. In hundredths. */
const mix: readonly (readonly [number, (crowd: Crowd) => Ask])[] = [
  [26, asks.myCases],
  [18, asks.myCase],
  [12, asks.catalogue],
  [6, asks.search],
  [6, asks.notices],
  [4, asks.concerns],
  [7, asks.queue],
  [6, asks.deskCase],
  [7, asks.file],
  [4, asks.raise],
  [4, asks.note],
]

export const street: Bench = {
  name: 'street',
  summary:
    'one street of 200,000 residents and 5 million rows, mixed reads and writes at 300 requests a second, the client on the same machine',
  target: { rate: { least: rate }, rows: { least: 5_000_000 }, readP99Ms: { most: 100 }, writeP99Ms: { most: 250 }, errors: { most: 0 } },
  options: ['scale', 'seconds'],
  async run({ values, say }) {
    const scale = values['scale'] ?? 'full'
    const amounts = scales[scale]
    if (!amounts) throw new Error(`--scale is ${Object.keys(scales).join(' or ')}.`)
    const seconds = Number(values['seconds'] ?? 20)
    const data = await loadedStreet(scale, amounts, say)
    const served = await serveRonghe({ RONGHE_DATA: data })
    const client = loadClient(served.address, 64)
    try {
      const { ownerUrl, pid: postmaster } = await embeddedOf(data)
      const crowd = await gather(ownerUrl, { residents: 3000, clerkSessions: 200 }, new Date())
      say(`${crowd.rows} rows, ${crowd.residents.length} residents and ${crowd.clerks.length} clerks’ sessions`)
      const windows: Figures[] = []
      // The first one warms up caches and compilers, as the first hour of a day does.
      for (let window = 0; window <= 3; window++) {
        const pids = [served.child.pid!, postmaster, ...(await childrenOf(postmaster))]
        const before = await processorSeconds(pids)
        const started = performance.now()
        const answers = await client.openLoop(rate, window === 0 ? 10 : seconds, () => choose(crowd))
        const processorMs = rounded((((await processorSeconds(pids)) - before) * 1000) / answers.length, 2)
        for (const line of complaints(answers)) say(line)
        const reads = answers.filter(({ kind }) => kind.startsWith('read'))
        const writes = answers.filter(({ kind }) => kind.startsWith('write'))
        for (const [kind, list] of Map.groupBy(answers, (one) => one.kind))
          say(`  ${kind.padEnd(16)} p50 ${latency(list, 0.5)} ms, p99 ${latency(list, 0.99)} ms (${list.length})`)
        if (window === 0) continue
        windows.push({
          // Answered, not sent: a line that grows shows here too. The last one's own way is not held against it.
          rate: Math.round(answers.length / Math.max(seconds, (latestOf(answers) - started) / 1000 - 0.25)),
          readP50Ms: latency(reads, 0.5),
          readP99Ms: latency(reads, 0.99),
          writeP50Ms: latency(writes, 0.5),
          writeP99Ms: latency(writes, 0.99),
          // Of server and database together, per request: what a busy machine does not change.
          processorMs,
          rows: crowd.rows,
          errors: answers.filter(({ status }) => status === 0 || status >= 400).length,
        })
        say(`window ${window}: ${JSON.stringify(windows.at(-1))}`)
      }
      return windows
    } finally {
      client.close()
      await served.stop()
    }
  },
}

const latestOf = (answers: readonly Answered[]): number => answers.reduce((latest, { at }) => Math.max(latest, at), 0)

function choose(crowd: Crowd): Ask {
  let left = Math.random() * 100
  return (mix.find(([weight]) => (left -= weight) < 0) ?? mix[0]!)[1](crowd)
}

/** Loading takes minutes, so the street is kept for the next run as long as the tables are the same; a day later its "now" would be too old. */
async function loadedStreet(scale: string, amounts: Amounts, say: (line: string) => void): Promise<string> {
  const data = join(import.meta.dirname, '..', '..', 'data', `bench-street-${scale}`)
  const wanted = `${fingerprint(await readMigrations())} ${JSON.stringify(amounts)} ${new Date().toISOString().slice(0, 10)}\n`
  const note = join(data, 'bench')
  if ((await readFile(note, 'utf8').catch(() => '')) === wanted) return data
  await mkdir(data, { recursive: true, mode: 0o755 })
  await removeEmbedded(data)
  say(`Loading ${amounts.residents} residents and ${amounts.cases} cases; this takes some minutes the first time …`)
  const started = performance.now()
  await loadInto(data, amounts, say)
  say(`Loaded in ${Math.round((performance.now() - started) / 1000)} s.`)
  await writeFile(note, wanted)
  return data
}
