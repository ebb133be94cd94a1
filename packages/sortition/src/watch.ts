/** How whoever waits for long work follows it and ends it. */
export interface Watch {
  readonly signal?: AbortSignal
  /** Told now and then what is being done; `of` is missing where nobody can know how many steps there will be. */
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly stage: string
  readonly done: number
  readonly of?: number
}

/**
 * A place where long work can be followed and ended: tells progress, lets the worker read its messages, and throws the signal's reason once it
 * is aborted. Without anybody watching it costs nothing.
 */
export async function pause(watch: Watch, progress: Progress): Promise<void> {
  watch.onProgress?.(progress)
  if (!watch.signal) return
  await new Promise((resolve) => setTimeout(resolve, 0))
  watch.signal.throwIfAborted()
}
