import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { analysePaths, type Analysis, type Question } from '@ronghe/path-model'

interface Task {
  readonly pathModel: Question
}

/** "Too little" is said at once; where there is enough, thousands of resamples are drawn on a thread of their own, and no request waits for it. */
export async function analyseApart(question: Question): Promise<Analysis> {
  if (question.units.length < 40) return analysePaths(question)
  const worker = new Worker(new URL(import.meta.url), { workerData: { pathModel: question } satisfies Task })
  try {
    return await new Promise<Analysis>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the path model ended with ${code} and said nothing`)))
    })
  } finally {
    await worker.terminate()
  }
}

const task = isMainThread ? undefined : (workerData as Partial<Task> | null)?.pathModel
if (task) parentPort?.postMessage(analysePaths(task))
