import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { assignShifts, loadSolver, type Problem, type Proposal } from '@ronghe/roster'

interface Task {
  readonly problem: Problem
  readonly timeLimit: number
}

/** Searches on a thread of its own, one per proposal: no request waits for it. */
export async function assignApart(task: Task): Promise<Proposal> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { roster: task } })
  try {
    return await new Promise<Proposal>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the search for a roster ended with ${code} and said nothing`)))
    })
  } finally {
    await worker.terminate()
  }
}

const task = isMainThread ? undefined : (workerData as { readonly roster?: Task } | null)?.roster
if (task) parentPort?.postMessage(assignShifts(await loadSolver(), task.problem, { timeLimit: task.timeLimit }))
