// The package runs where there is no Node: nothing it exports leans on one, and a worker of a browser draws the same map.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker as NodeWorker } from 'node:worker_threads'
import { askBrowserWorker } from '@ronghe/e2e/browser-worker.ts'
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
  const code = `import { mapOpinions, readVotes, resultOf } from './index.ts'
    onmessage = ({ data }) => postMessage(resultOf(mapOpinions(readVotes(data).store)))`
  expect(roundedOf(await askBrowserWorker(here, code, text))).toEqual(roundedOf(expected))
}, 60_000)

/** Another engine may round a power or a logarithm differently in the last digit. */
function roundedOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? Number(inner.toPrecision(9)) : inner)))
}
