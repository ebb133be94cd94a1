// The package runs where there is no Node: in a browser's worker. Its files import nothing but each other, and the same answer comes
// out of a worker that has only what the language and the web give it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { askBrowserWorker } from '@ronghe/e2e/browser-worker.ts'
import { expect, test } from 'vitest'

const sources = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(file))

test('only the command imports anything of Node, and nothing uses its globals', () => {
  for (const file of sources.filter((name) => name !== 'bin.ts')) {
    const text = readFileSync(path.join(import.meta.dirname, file), 'utf8')
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from, file).toMatch(/^\.\//)
    expect(text, file).not.toMatch(/\b(process|Buffer|require|globalThis|Date|Math\.random|performance)\b/)
  }
})

const street = readFileSync(path.join(import.meta.dirname, '..', 's-street.pb'), 'utf8')
const winners = ['bench', 'lamp', 'kitchen', 'room']

test('a worker of a browser answers the same', async () => {
  const code = `import { readPb, shareEqually } from './index.ts'
    onmessage = ({ data }) => postMessage(shareEqually(readPb(data)).winners)`
  expect(await askBrowserWorker(import.meta.dirname, code, street)).toEqual(winners)
}, 60_000)

test('a worker of Node answers the same', async () => {
  const script = `
    const { parentPort, workerData } = require('node:worker_threads')
    for (const name of ['process', 'Buffer', 'setImmediate', 'clearImmediate']) delete globalThis[name]
    import(workerData.index).then(({ readPb, shareEqually }) => parentPort.postMessage(shareEqually(readPb(workerData.street)).winners))`
  const index = new URL('./index.ts', import.meta.url).href
  const answer = await new Promise((resolve, reject) => {
    const worker = new Worker(script, { eval: true, workerData: { index, street } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  expect(answer).toEqual(winners)
})
