import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedOf, serveRonghe } from '@ronghe/cli/testing.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { asks, gather } from './crowd.ts'
import { loadInto } from './data.ts'
import { complaints, latency, loadClient } from './load-client.ts'
import { rounded, type Bench, type Figures } from './measure.ts'

const atOnce = 32
const seconds = 6

/** What one process answers at most, the client on the same machine: file a case, read a case, list the desk's queue. */
export const http: Bench = {
  name: 'http',
  summary: 'file a case, read a case, list the queue, as fast as 32 callers at once go',
  target: { errors: { most: 0 } },
  async run({ say }) {
    const data = await mkdtemp(join(tmpdir(), 'ronghe-bench-http-'))
    try {
      await loadInto(data, 'small', say)
      const served = await serveRonghe({ RONGHE_DATA: data })
      const client = loadClient(served.address, atOnce)
      try {
        const crowd = await gather((await embeddedOf(data)).ownerUrl, { residents: 600, clerkSessions: 120 }, new Date())
        const windows: Figures[] = []
        for (let window = 0; window <= 3; window++) {
          let errors = 0
          const measured: Record<string, number> = {}
          for (const [name, next] of [
            ['file', asks.file],
            ['read', asks.myCase],
            ['queue', asks.queue],
          ] as const) {
            const answers = await client.closedLoop(atOnce, window === 0 ? 2 : seconds, () => next(crowd))
            for (const line of complaints(answers)) say(line)
            errors += answers.filter(({ status }) => status === 0 || status >= 400).length
            measured[`${name}PerSecond`] = rounded(answers.length / seconds)
            measured[`${name}P50Ms`] = latency(answers, 0.5)
            measured[`${name}P99Ms`] = latency(answers, 0.99)
          }
          // The first one warms up.
          if (window > 0) windows.push({ ...measured, errors })
        }
        return windows
      } finally {
        client.close()
        await served.stop()
      }
    } finally {
      await removeEmbedded(data)
      await rm(data, { recursive: true, force: true })
    }
  },
}
