/** A count beside what chance alone gives. */
export interface Compared {
  readonly observed: number
  /** The mean over the arrangements. */
  readonly expected: number
  /** Between these lie 95 in 100 of them. */
  readonly low: number
  readonly high: number
  /** How many standard deviations what was observed lies above the mean; null where every arrangement gives the same. */
  readonly z: number | null
  /** The share of arrangements below what was observed, those equal to it counted half; 0 to 1. */
  readonly percentile: number
  /** Two-sided: how often chance alone is at least so far out. What was observed counts as one of the arrangements. */
  readonly p: number
}

/** What was observed against as many counts of arrangements drawn by chance. */
export function compareWithChance(observed: number, drawn: Float64Array): Compared {
  const sorted = drawn.toSorted()
  const n = sorted.length
  const expected = sorted.reduce((sum, value) => sum + value, 0) / n
  const variance = n < 2 ? 0 : sorted.reduce((sum, value) => sum + (value - expected) ** 2, 0) / (n - 1)
  const below = sorted.reduce((count, value) => count + Number(value < observed), 0)
  const equal = sorted.reduce((count, value) => count + Number(value === observed), 0)
  const few = (1 + below + equal) / (n + 1)
  const many = (1 + n - below) / (n + 1)
  return {
    observed,
    expected,
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    z: variance === 0 ? null : (observed - expected) / Math.sqrt(variance),
    percentile: (below + equal / 2) / n,
    p: Math.min(1, 2 * Math.min(few, many)),
  }
}

/** The smallest value that is not above `share` of them: the inverse of the empirical distribution (Hyndman and Fan 1996, type 1). */
const quantile = (sorted: Float64Array, share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
