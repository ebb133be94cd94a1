// The draw in a worker of a real browser: the sources are served with their types stripped, as a bundler would.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { launchBrowser } from '@ronghe/e2e/browser.ts'
import { expect, test } from 'vitest'
import { prepareDraw } from './draw.ts'
import { exampleText } from './instances.testing.ts'
import { loadSolver } from './solver.ts'

const highs = path.dirname(createRequire(import.meta.url).resolve('highs'))
const starter = `import { serveDraws } from './serve-draws.ts'; serveDraws(self, { locateFile: (file) => new URL('/' + file, location.href).href })`

function serve(url: string): { type: string; body: string | Uint8Array } {
  const name = path.basename(url)
  if (name === 'highs.wasm') return { type: 'application/wasm', body: readFileSync(path.join(highs, name)) }
  if (name === 'highs.mjs') return { type: 'text/javascript', body: readFileSync(path.join(highs, name)) }
  if (name === 'worker.js') return { type: 'text/javascript', body: starter }
  if (!name.endsWith('.ts')) return { type: 'text/html', body: '<!doctype html><title>sortition</title>' }
  const code = stripTypeScriptTypes(readFileSync(path.join(import.meta.dirname, name), 'utf8'))
  return { type: 'text/javascript', body: code.replaceAll("from 'highs'", "from './highs.mjs'") }
}

test('a browser’s worker makes the same lottery as Node', async () => {
  const server = createServer((request, response) => {
    const { type, body } = serve(request.url ?? '/')
    response.setHeader('content-type', type).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  try {
    const order = { respondents: exampleText('respondents'), categories: exampleText('categories'), seats: 12 }
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const there = await page.evaluate(
      (asked) =>
        new Promise<string>((resolve) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.onerror = (event) => resolve(`error: ${event.message}`)
          worker.onmessage = ({ data }) => {
            if (data.kind !== 'progress') resolve(data.kind === 'done' ? data.outcome.commitment : JSON.stringify(data))
          }
          // Messages sent before the module has run are kept for it.
          worker.postMessage({ kind: 'draw', id: 1, order: asked })
        }),
      order,
    )
    const here = await prepareDraw(await loadSolver(), order)
    expect(there).toBe(here.kind === 'lottery' ? here.commitment : here.kind)
  } finally {
    await browser.close()
    server.close()
  }
}, 60_000)
