import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { computeStep, type Step, type StepInput } from './publish-conversation.ts'

/** Where drawing is quicker than starting a thread. */
const fewVotes = 20_000

/** Draws a publication where it holds up nobody's request: a large conversation takes a second of processor (docs/performance.md). */
export async function computeApart(input: StepInput): Promise<Step> {
  if (input.rows.reduce((sum, { votes }) => sum + votes.length, 0) < fewVotes) return computeStep(input)
  const worker = new Worker(new URL(import.meta.url), { workerData: input })
  try {
    return await new Promise<Step>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the thread that draws a conversation ended early')))
    })
  } finally {
    await worker.terminate()
  }
}

if (!isMainThread && parentPort && isStepInput(workerData)) parentPort.postMessage(computeStep(workerData))

/** A worker of something else may load this module too. */
function isStepInput(data: unknown): data is StepInput {
  return typeof data === 'object' && data !== null && 'rows' in data && 'singleLane' in data
}
