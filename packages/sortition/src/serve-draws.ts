// A draw in a worker: messages in, messages out. The same file serves a Web Worker and a worker thread of Node.
import { prepareDraw, type DrawOrder, type DrawOutcome } from './draw.ts'
import { FileFault, type Fault } from './file-fault.ts'
import { loadSolver, type SolverOptions } from './solver.ts'
import type { Progress } from './watch.ts'

/** What the worker is told; ids are the caller's. */
export type DrawMessage =
  | { readonly kind: 'draw'; readonly id: number; readonly order: DrawOrder }
  | { readonly kind: 'cancel'; readonly id: number }

/** What the worker answers: any number of `progress`, then one of the others. */
export type DrawReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: DrawOutcome }
  | { readonly kind: 'cancelled'; readonly id: number }
  /** A file or a number that cannot be used; `faults` where it is a file. */
  | { readonly kind: 'refused'; readonly id: number; readonly message: string; readonly file?: string; readonly faults?: readonly Fault[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** What `self` of a Web Worker and `parentPort` of Node have in common. */
export interface Port {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  start?(): void
}

/**
 * Answers draws that come through `port`, one after the other; a cancelled one ends at the next step. The solver is loaded at the first draw.
 * In a Web Worker: `serveDraws(self)`. In a worker thread: `serveDraws(parentPort)`.
 */
export function serveDraws(port: Port, solverOptions?: SolverOptions): void {
  const running = new Map<number, AbortController>()
  let solver: ReturnType<typeof loadSolver> | undefined
  let queue = Promise.resolve()
  port.addEventListener('message', ({ data }) => {
    const message = data as DrawMessage
    if (message.kind === 'cancel') {
      running.get(message.id)?.abort()
      return
    }
    const stop = new AbortController()
    running.set(message.id, stop)
    queue = queue.then(() => answer(message.id, message.order, stop.signal)).finally(() => running.delete(message.id))
  })
  port.start?.()

  async function answer(id: number, order: DrawOrder, signal: AbortSignal): Promise<void> {
    const reply = (message: DrawReply) => port.postMessage(message)
    try {
      signal.throwIfAborted()
      solver ??= loadSolver(solverOptions)
      const outcome = await prepareDraw(await solver, order, {
        signal,
        onProgress: (progress) => reply({ kind: 'progress', id, progress }),
      })
      reply({ kind: 'done', id, outcome })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (signal.aborted) reply({ kind: 'cancelled', id })
      else if (error instanceof FileFault) reply({ kind: 'refused', id, message, file: error.file, faults: error.faults })
      else if (error instanceof RangeError) reply({ kind: 'refused', id, message })
      else reply({ kind: 'failed', id, message })
    }
  }
}
