import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { loadTinyDemo, serveRonghe } from '@ronghe/cli/testing.ts'
import { launchBrowser } from '@ronghe/e2e/browser.ts'
import { removeEmbedded } from '@ronghe/server/platform/database/embedded.ts'
import type { Browser } from 'playwright-core'
import { rounded, type Bench, type Figures } from './measure.ts'

/** P10: a resident's first page on a slow phone: processor four times slower, 1.6 Mbit/s, 150 ms. */
export const browser: Bench = {
  name: 'browser',
  summary: 'a resident’s first page on a slow phone: processor 4x slower, 1.6 Mbit/s, 150 ms away',
  target: { gzipKilobytes: { most: 150 }, usableSeconds: { most: 3 } },
  async run({ say }) {
    const data = await mkdtemp(join(tmpdir(), 'ronghe-bench-browser-'))
    const env = { RONGHE_DATA: data }
    try {
      await loadTinyDemo(env)
      const served = await serveRonghe(env)
      const launched = await launchBrowser()
      try {
        const windows: Figures[] = []
        for (let window = 1; window <= 3; window++) {
          windows.push(await firstVisit(launched, served.address))
          say(`window ${window}: ${JSON.stringify(windows.at(-1))}`)
        }
        return windows
      } finally {
        await launched.close()
        await served.stop()
      }
    } finally {
      await removeEmbedded(data)
      await rm(data, { recursive: true, force: true })
    }
  },
}

/** With an empty cache. Usable: the page's heading and its first button or link are drawn, and the main thread has answered an event since. */
async function firstVisit(launched: Browser, address: string): Promise<Figures> {
  const context = await launched.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const scripts: Promise<number>[] = []
    let usable = false
    page.on('response', (response) => {
      if (usable || response.request().resourceType() !== 'script') return
      scripts.push(response.body().then((bytes) => gzipSync(bytes, { level: 9 }).length))
    })
    const started = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator('main h1, main h2').first().waitFor({ state: 'visible' })
    await page.locator('main a, main button').first().waitFor({ state: 'visible' })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
    usable = true
    const usableSeconds = rounded((performance.now() - started) / 1000, 2)
    const gzipKilobytes = rounded((await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0) / 1024)
    return { gzipKilobytes, usableSeconds, scripts: scripts.length }
  } finally {
    await context.close()
  }
}
