import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { testMixing, type Gathering, type Rules, type Ties } from '@ronghe/ties'

/** Gatherings of people who are numbers here: no id of anybody goes into the thread. */
export interface MixingInput {
  readonly ties: 'mixing'
  readonly gatherings: readonly Gathering[]
  readonly of: ReadonlyMap<string, string>
  readonly seed: string
  readonly rules: Partial<Rules>
}

/** Where dealing out anew is quicker than starting a thread. */
const fewParticipations = 300

/**
 * The permutation test where it holds up nobody's request: a street's quarter takes a few seconds of processor. `awake` is called every second
 * meanwhile, so that the transaction that waits for it is not taken for one that was forgotten.
 */
export async function testApart(input: MixingInput, awake: () => Promise<unknown>): Promise<Ties> {
  if (input.gatherings.reduce((sum, { people }) => sum + people.length, 0) < fewParticipations) return compute(input)
  const worker = new Worker(new URL(import.meta.url), { workerData: input })
  try {
    const done = new Promise<Ties>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the thread that deals out people anew ended early')))
    })
    for (;;) {
      const answer = await Promise.race([done, second()])
      if (answer) return answer
      await awake()
    }
  } finally {
    await worker.terminate()
  }
}

const compute = ({ gatherings, of, seed, rules }: MixingInput): Ties =>
  testMixing(gatherings, { compared: ['newcomer', 'local'], of }, seed, rules)

const second = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), 1000)
  })

if (!isMainThread && parentPort && isMixingInput(workerData)) parentPort.postMessage(compute(workerData))

/** A worker of something else may load this module too. */
function isMixingInput(data: unknown): data is MixingInput {
  return typeof data === 'object' && data !== null && 'ties' in data && data.ties === 'mixing'
}
