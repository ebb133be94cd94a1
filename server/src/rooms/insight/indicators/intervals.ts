/** Intervals of shares and of their difference, 95 %. */
const z = 1.959964

export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Wilson 1927, JASA 22:209: the score interval of a share; it stays within 0 and 1 and holds for small counts too. */
export function wilson(yes: number, of: number): Interval {
  if (!Number.isSafeInteger(yes) || !Number.isSafeInteger(of) || yes < 0 || yes > of || of === 0)
    throw new RangeError(`no share: ${yes} of ${of}`)
  const share = yes / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Newcombe 1998, Statistics in Medicine 17:873, method 10: the difference of two independent shares from their Wilson intervals. */
export function newcombe(one: Interval, other: Interval): Interval {
  const value = one.value - other.value
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  }
}

export interface Counted {
  readonly value: number
  /** How often it was counted. */
  readonly n: number
}

/**
 * The value at or below which a part of the counted lies: of 10 values the ninth decile is the 9th.
 * Nearest rank (Hyndman and Fan 1996, type 1): always a value that occurred.
 */
export function quantile(values: readonly Counted[], part: number): number {
  const total = values.reduce((sum, { n }) => sum + n, 0)
  if (total <= 0 || part <= 0 || part > 1) throw new RangeError(`no quantile ${part} of ${total}`)
  return inRank(values, Math.ceil(part * total))
}

/** The middle of the counted; of two middles their mean, as the rooms' own pages have it. */
export function median(values: readonly Counted[]): number {
  const total = values.reduce((sum, { n }) => sum + n, 0)
  if (total <= 0) throw new RangeError(`no middle of ${total}`)
  return (inRank(values, Math.floor((total + 1) / 2)) + inRank(values, Math.ceil((total + 1) / 2))) / 2
}

function inRank(values: readonly Counted[], rank: number): number {
  let below = 0
  for (const { value, n } of values.toSorted((a, b) => a.value - b.value)) {
    below += n
    if (below >= rank) return value
  }
  throw new RangeError('counts that are no counts')
}
