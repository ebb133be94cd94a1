// The package runs where there is no Node: nothing it exports leans on one, and a worker of a browser draws the same map.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Worker as NodeWorker } from 'node:worker_threads'
import { launchBrowser } from '@ronghe/e2e/browser.ts'
import { expect, test } from 'vitest'
import { mapOpinions } from './map-opinions.ts'
import { readVotes } from './read-votes.ts'
import { streetVotes } from './s-street.testing.ts'
import { votesCsv } from './write-csv.ts'
import { resultOf } from './write-result.ts'

const here = import.meta.dirname
const text = [...votesCsv(streetVotes())].join('')
const expected = resultOf(mapOpinions(readVotes(text).store))

test('only the command imports anything of Node', () => {
  const sources = readdirSync(here).filter((file) => !/\.test(ing)?\.ts$/.test(file))
  const leaning = sources.filter((file) => /from 'node:|\bprocess\./.test(readFileSync(path.join(here, file), 'utf8')))
  expect(leaning).toEqual(['bin.ts', 'command.ts'])
})

test('a worker of Node draws the same map', async () => {
  const code = `import { parentPort, workerData } from 'node:worker_threads'
    const { mapOpinions, readVotes, resultOf } = await import(workerData.url)
    parentPort.postMessage(resultOf(mapOpinions(readVotes(workerData.text).store)))`
  const url = new URL('./index.ts', import.meta.url).href
  const worker = new NodeWorker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData: { url, text } })
  const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await worker.terminate()
  expect(answer).toEqual(expected)
})

test('a worker of a browser draws the same map', async () => {
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '')
    if (!name.endsWith('.ts')) return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>opinion</title>')
    response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(readFileSync(path.join(here, name), 'utf8')))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const answer = await page.evaluate(async (votes) => {
      const code = `import { mapOpinions, readVotes, resultOf } from '${location.origin}/index.ts'
        onmessage = ({ data }) => postMessage(resultOf(mapOpinions(readVotes(data).store)))
        postMessage('ready')`
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' })
      return await new Promise((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'))
        worker.onmessage = ({ data }) => (data === 'ready' ? worker.postMessage(votes) : resolve(data))
      })
    }, text)
    expect(roundedOf(answer)).toEqual(roundedOf(expected))
  } finally {
    await browser.close()
    server.close()
  }
}, 60_000)

/** Another engine may round a power or a logarithm differently in the last digit. */
function roundedOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? Number(inner.toPrecision(9)) : inner)))
}
