/** The middle of the values; of two middles their mean. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values have no middle')
  const sorted = values.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** The smallest value that at least this share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0 || !(share > 0 && share <= 1)) throw new RangeError(`no ${share} of ${values.length} values`)
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(share * sorted.length) - 1]!
}
