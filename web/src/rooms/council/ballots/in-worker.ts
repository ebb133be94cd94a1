import type { Answer } from './ballot-worker.ts'
import type { Work, WorkKind } from './work.ts'

let worker: Worker | undefined
let broken = false
let last = 0
const waiting = new Map<number, { readonly done: (answer: unknown) => void; readonly failed: (error: Error) => void }>()

function theWorker(): Worker | undefined {
  if (broken || typeof Worker === 'undefined') return undefined
  if (worker) return worker
  try {
    worker = new Worker(new URL('./ballot-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    broken = true
    return undefined
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if ('problem' in data) one?.failed(new Error(data.problem))
    else one?.done(data.answer)
  })
  // An old browser that knows no such workers: what waits is refused here and done on the page instead.
  worker.addEventListener('error', () => {
    broken = true
    for (const { failed } of waiting.values()) failed(new NoWorker())
    waiting.clear()
  })
  return worker
}

class NoWorker extends Error {}

/** Does it beside the page, so that buttons keep answering; on the page where the browser has no workers. */
export async function inWorker<Kind extends WorkKind>(kind: Kind, asked: Work[Kind]['asked']): Promise<Work[Kind]['answer']> {
  const there = theWorker()
  if (there) {
    const id = ++last
    try {
      return await new Promise<Work[Kind]['answer']>((done, failed) => {
        waiting.set(id, { done: done as (answer: unknown) => void, failed })
        there.postMessage({ id, kind, asked })
      })
    } catch (error) {
      if (!(error instanceof NoWorker)) throw error
    }
  }
  const { doWork } = await import('./work.ts')
  return doWork(kind, asked)
}
