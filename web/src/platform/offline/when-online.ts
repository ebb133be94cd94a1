/** What waits for a line is tried soon after the start, when the line comes back, and every minute; never twice at once. */
export function whenOnline(attempt: () => Promise<unknown>): () => void {
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
    clearTimeout(soon)
    clearInterval(every)
    removeEventListener('online', tryIt)
  }
}
