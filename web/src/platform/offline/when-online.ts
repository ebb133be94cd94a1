import { sendWaiting } from './outbox.ts'

const attempts = new Set<() => Promise<unknown>>()
const longest = 8_000

/** Before the device is cleared: what can still be sent is sent. Whoever signs out is not kept waiting for a dead line. */
export const sendWhatWaits = async (): Promise<void> => {
  const over = new Promise((done) => setTimeout(done, longest))
  await Promise.race([Promise.allSettled([sendWaiting(), ...[...attempts].map((attempt) => attempt())]), over])
}

/** What waits for a line is tried soon after the start, when the line comes back, and every minute; never twice at once. */
export function whenOnline(attempt: () => Promise<unknown>): () => void {
  attempts.add(attempt)
  let busy = false
  const tryIt = (): void => {
    if (busy || !navigator.onLine) return
    busy = true
    // A line that breaks again is no news; the next minute tries anew.
    void attempt()
      .catch(() => {})
      .finally(() => {
        busy = false
      })
  }
  const soon = setTimeout(tryIt, 3_000)
  const every = setInterval(tryIt, 60_000)
  addEventListener('online', tryIt)
  return () => {
    attempts.delete(attempt)
    clearTimeout(soon)
    clearInterval(every)
    removeEventListener('online', tryIt)
  }
}
