import type { Platform } from '../../platform/platform.ts'

export type QueueCounts = Readonly<Record<string, number>>

interface Counted {
  readonly counts: QueueCounts
  /** On the process's own clock, in milliseconds: when counting began, and how long it took. */
  readonly at: number
  readonly took: number
}

/** Counting may take one twentieth of the time, and no count is older than this. */
const share = 20
const oldestMs = 5000
const mostKept = 1000
const known = new WeakMap<Platform, Map<string, Counted>>()

/**
 * The counts beside the views. They read every case at work, while the list reads fifty; so a busy desk is told a count that is a moment old,
 * the older the longer counting takes, and at a street with a few cases always a fresh one. The list itself is never old.
 */
export async function queueCounts(platform: Platform, key: string, count: () => Promise<QueueCounts>): Promise<QueueCounts> {
  const kept = known.get(platform) ?? new Map<string, Counted>()
  known.set(platform, kept)
  const at = performance.now()
  const last = kept.get(key)
  if (last && at - last.at < Math.min(oldestMs, last.took * share)) return last.counts
  const counts = await count()
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, { counts, at, took: performance.now() - at })
  return counts
}
