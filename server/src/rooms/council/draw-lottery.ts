import { Worker } from 'node:worker_threads'
import type { DrawOrder, DrawOutcome, DrawReply } from '@ronghe/sortition'

/** The lottery over the panels that keep the quotas, worked out in a thread beside this one. */
export async function prepareLottery(order: DrawOrder): Promise<DrawOutcome> {
  const worker = new Worker(new URL('./draw-thread.ts', import.meta.url))
  try {
    return await new Promise<DrawOutcome>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('message', (reply: DrawReply) => {
        if (reply.kind === 'done') resolve(reply.outcome)
        else if (reply.kind !== 'progress')
          reject(new Error(`the draw was not worked out: ${'message' in reply ? reply.message : reply.kind}`))
      })
      worker.postMessage({ kind: 'draw', id: 1, order })
    })
  } finally {
    await worker.terminate()
  }
}
