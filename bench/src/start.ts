import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { embeddedOf, serveRonghe } from '@ronghe/cli/testing.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { rounded, type Bench, type Figures } from './measure.ts'
import { loadInto } from './data.ts'
import { childrenOf, memoryOf } from './processes.ts'

/** P11: from the command to the first page on an existing data folder, and what it takes when nobody does anything. */
export const start: Bench = {
  name: 'start',
  summary: 'from the command to the first page on an existing data folder; memory at rest with the database',
  target: { readySeconds: { most: 5 }, restingMegabytes: { most: 300 } },
  async run({ say }) {
    const data = await mkdtemp(join(tmpdir(), 'ronghe-bench-start-'))
    try {
      say('Making a data folder with the small demo …')
      await loadInto(data, 'small', say)
      const windows: Figures[] = []
      for (let window = 1; window <= 3; window++) {
        windows.push(await once(data))
        say(`window ${window}: ${JSON.stringify(windows.at(-1))}`)
      }
      return windows
    } finally {
      await removeEmbedded(data)
      await rm(data, { recursive: true, force: true })
    }
  },
}

async function once(data: string): Promise<Figures> {
  const started = performance.now()
  const served = await serveRonghe({ RONGHE_DATA: data })
  try {
    const page = await fetch(`${served.address}/`, { headers: { accept: 'text/html' } })
    if (!page.ok || !(await page.text()).includes('<'))
      throw new Error(`the first page was answered with ${page.status}: build the web app first`)
    const readySeconds = rounded((performance.now() - started) / 1000, 2)
    await fetch(`${served.address}/api/v1/notices`)
    await sleep(15_000)
    const { pid } = await embeddedOf(data)
    const pids = [served.child.pid!, pid, ...(await childrenOf(pid))]
    const shares = await Promise.all(pids.map(memoryOf))
    return { readySeconds, restingMegabytes: rounded(shares.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024), processes: pids.length }
  } finally {
    await served.stop()
  }
}
