import { recount, type RecountTask } from './recount.ts'

/** On a thread of its own: the page stays usable on a slow phone. */
globalThis.addEventListener('message', ({ data }: MessageEvent<RecountTask>) => {
  try {
    postMessage({ counted: recount(data) })
  } catch (error) {
    postMessage({ problem: error instanceof Error ? error.message : String(error) })
  }
})
