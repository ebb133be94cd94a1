// The package runs where there is no Node: nothing it exports leans on one, and a worker of a browser gives the same figures.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker as NodeWorker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { askBrowserWorker } from '@ronghe/e2e/browser-worker.ts'
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

test('a worker of a browser gives the same figures', async () => {
  const code = `import { countMeek } from './index.ts'
    onmessage = ({ data }) => postMessage(countMeek(data))`
  expect(await askBrowserWorker(here, code, accuracyExample)).toEqual(expected)
}, 60_000)
