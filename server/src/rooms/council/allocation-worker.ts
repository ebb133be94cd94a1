import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import type { Group } from '@ronghe/contract/values.ts'
import { countBallots, type Count } from './allocation-count.ts'

interface Task {
  readonly text: string
  readonly rules: Pick<AllocationRules, 'sharing' | 'ties' | 'seed'>
  readonly groups: readonly Group[]
}

/** Counts on a thread of its own: no request waits for it. */
export function countAside(task: Task): Promise<Count> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { allocation: task } })
    worker.once('message', (count: Count) => resolve(count))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the count ended with ${code} and said nothing`)))
  })
}

const task = isMainThread ? undefined : (workerData as { readonly allocation?: Task } | null)?.allocation
if (task) parentPort?.postMessage(countBallots(task.text, task.rules, task.groups))
