// The package runs where there is no Node: nothing it exports leans on one, and a worker of a browser gives the same figures.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Worker as NodeWorker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '@ronghe/e2e/browser.ts'
import { countMeek } from './count-meek.ts'
import { accuracyExample } from './examples.testing.ts'

const here = import.meta.dirname
const expected = countMeek(accuracyExample)

test('only the command imports anything of Node', () => {
  const leaning = readdirSync(here).filter(
    (file) => !/\.test(ing)?\.ts$/.test(file) && /from 'node:|\bprocess\./.test(readFileSync(path.join(here, file), 'utf8')),
  )
  expect(leaning).toEqual(['bin.ts'])
})

test('a worker of Node gives the same figures', async () => {
  const code = `import { parentPort, workerData } from 'node:worker_threads'
    const { countMeek } = await import(workerData.url)
    parentPort.postMessage(countMeek(workerData.election))`
  const url = new URL('./index.ts', import.meta.url).href
  const worker = new NodeWorker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: { url, election: accuracyExample },
  })
  const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await worker.terminate()
  expect(answer).toEqual(expected)
})

const server = createServer((request, response) => {
  const name = path.basename(request.url ?? '')
  if (!name.endsWith('.ts')) return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>tally</title>')
  response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(readFileSync(path.join(here, name), 'utf8')))
})
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

test('a worker of a browser gives the same figures', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const answer = await page.evaluate(async (election) => {
      const code = `import { countMeek } from '${location.origin}/index.ts'
        onmessage = ({ data }) => postMessage(countMeek(data))
        postMessage('ready')`
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' })
      return await new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'))
        worker.onmessage = ({ data }) => (data === 'ready' ? worker.postMessage(election) : resolve(data))
      })
    }, accuracyExample)
    expect(answer).toEqual(expected)
  } finally {
    await browser.close()
  }
}, 60_000)
