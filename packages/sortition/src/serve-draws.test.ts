import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { exampleText } from './instances.testing.ts'
import type { DrawMessage, DrawReply } from './serve-draws.ts'

const module = new URL('serve-draws.ts', import.meta.url).href
const worker = new Worker(
  `const { parentPort } = require('node:worker_threads'); import(${JSON.stringify(module)}).then(({ serveDraws }) => serveDraws(parentPort))`,
  { eval: true },
)
const replies: DrawReply[] = []
let wake = () => {}
worker.on('message', (reply: DrawReply) => {
  replies.push(reply)
  wake()
})
afterAll(() => worker.terminate())

const send = (message: DrawMessage) => worker.postMessage(message)
const last = async (id: number): Promise<DrawReply> => {
  for (;;) {
    const found = replies.find((reply) => reply.id === id && reply.kind !== 'progress')
    if (found) return found
    await new Promise<void>((resolve) => (wake = resolve))
  }
}
const order = { respondents: exampleText('respondents'), categories: exampleText('categories'), seats: 12 }

test('a worker draws and tells how far it is', async () => {
  send({ kind: 'draw', id: 1, order })
  const reply = await last(1)
  expect(reply).toMatchObject({
    kind: 'done',
    outcome: { kind: 'lottery', lottery: { of: 1000 }, report: { pool: 60, neverSelected: [] } },
  })
  expect(replies.some((one) => one.kind === 'progress')).toBe(true)
})

test('a draw can be cancelled, before and while it runs, and the next one is answered', async () => {
  send({ kind: 'draw', id: 2, order })
  send({ kind: 'draw', id: 3, order })
  send({ kind: 'cancel', id: 3 })
  send({ kind: 'cancel', id: 2 })
  send({ kind: 'draw', id: 4, order: { ...order, rule: 'maximin' } })
  expect((await last(2)).kind).toBe('cancelled')
  expect((await last(3)).kind).toBe('cancelled')
  expect((await last(4)).kind).toBe('done')
})

test('a file that cannot be used is refused with its rows', async () => {
  send({ kind: 'draw', id: 5, order: { ...order, respondents: 'origin,gender,age,area,tenure\nnewcomer,man,45-64,moon,rent\n' } })
  expect(await last(5)).toMatchObject({ kind: 'refused', faults: [{ line: 2, column: 20, row: 'newcomer,man,45-64,moon,rent' }] })
})

test('nothing but the command leans on Node, so that a browser’s worker can run the rest', () => {
  const sources = readdirSync(import.meta.dirname).filter((file) => /^(?!bin\.)[\w-]+\.ts$/.test(file))
  expect(sources.length).toBeGreaterThan(20)
  for (const file of sources) {
    const code = readFileSync(path.join(import.meta.dirname, file), 'utf8')
    expect(code, file).not.toMatch(/from 'node:|\b(process|Buffer|require|__dirname)\b\s*[.(]/)
  }
})
