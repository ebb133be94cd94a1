import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOwner, embeddedOf, serveRonghe } from '@ronghe/cli/testing.ts'
import { demoSizes, type DemoSize } from '@ronghe/demo/sizes.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import { loadInto } from './data.ts'
import { percentile, rounded, type Bench, type Figures } from './measure.ts'

const reads = 30

/** The front page of the figures (issue 6, section 8): there in under a second, and at the same cost after ten times the history. */
export const insight: Bench = {
  name: 'insight',
  summary: 'the front page of the figures with a street’s year, and after ten times the history (--size small for a quick look)',
  target: { frontPageP95Ms: { most: 1000 }, tenTimesOverOnce: { most: 1.5 } },
  options: ['size'],
  async run({ values, say }) {
    const size = demoSizes.find((one) => one === (values['size'] ?? 'street')) satisfies DemoSize | undefined
    if (!size) throw new Error(`--size is one of ${demoSizes.join(', ')}`)
    const data = await mkdtemp(join(tmpdir(), 'ronghe-bench-insight-'))
    try {
      say(`Making a data folder with the demo of size ${size} …`)
      await loadInto(data, size, say)
      const served = await serveRonghe({ RONGHE_DATA: data })
      try {
        const page = `${served.address}/api/v1/insight/framework`
        const once = await windowsOf(page)
        const { rows, months } = await tenTimes((await embeddedOf(data)).ownerUrl)
        say(`Frozen figures: ${rows} rows, the oldest of ${months}.`)
        const tenfold = await windowsOf(page)
        return once.map((p95, window): Figures => {
          const frontPageP95Ms = rounded(Math.max(p95, tenfold[window]!))
          const figures = { frontPageP95Ms, onceP95Ms: rounded(p95), tenTimesOverOnce: rounded(tenfold[window]! / p95, 2) }
          say(`window ${window + 1}: ${JSON.stringify(figures)}`)
          return figures
        })
      } finally {
        await served.stop()
      }
    } finally {
      await removeEmbedded(data)
      await rm(data, { recursive: true, force: true })
    }
  },
}

/** Three windows, after a first read that nobody counts. */
async function windowsOf(page: string): Promise<readonly number[]> {
  await read(page)
  const windows: number[] = []
  for (let window = 0; window < 3; window++) {
    const times: number[] = []
    for (let n = 0; n < reads; n++) times.push(await read(page))
    windows.push(percentile(times, 0.95))
  }
  return windows
}

async function read(page: string): Promise<number> {
  const started = performance.now()
  const reply = await fetch(page)
  if (!reply.ok) throw new Error(`the front page was answered with ${reply.status}`)
  await reply.arrayBuffer()
  return performance.now() - started
}

/** Nine older copies of every frozen month, so that the history is ten times as long. */
const tenTimes = (ownerUrl: string) =>
  asOwner(ownerUrl, async (client) => {
    await client.query(`
      insert into frozen_figure (street_id, figure, period, counts, made_on)
      select street_id, figure, to_char(to_date(period, 'YYYY-MM') - copies * interval '2 years', 'YYYY-MM'), counts, made_on
      from frozen_figure, generate_series(1, 9) copies
      where period ~ '^[0-9]{4}-[0-9]{2}$'
      on conflict do nothing`)
    const { rows } = await client.query<{ rows: string; months: string }>(
      'select count(*) as rows, min(period) as months from frozen_figure',
    )
    return rows[0]!
  })
