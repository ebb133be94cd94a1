/** Minutes of the street's own clock, from an arbitrary Thursday. Whoever calls says what the wall clock says; no zone is guessed here. */
export function toMinutes(local: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(local)
  const minutes = match ? Date.UTC(+match[1]!, +match[2]! - 1, +match[3]!, +match[4]!, +match[5]!) / 60_000 : Number.NaN
  if (Number.isNaN(minutes) || new Date(minutes * 60_000).toISOString().slice(0, 16) !== local)
    throw new RangeError(`"${local}" is no local time like 2026-11-23T19:30`)
  return minutes
}

/** A stretch of time as it is computed with. */
export interface Span {
  readonly from: number
  readonly until: number
}

const day = 24 * 60

/** Weeks begin on Monday. */
export const weekOf = (minutes: number): number => Math.floor((minutes / day + 3) / 7)

export const overlap = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until

export const holds = (around: Span, inner: Span): boolean => around.from <= inner.from && inner.until <= around.until

/** How much of it lies in the night, which begins and ends at these hours. */
export function nightMinutes(span: Span, fromHour: number, untilHour: number): number {
  const length = ((untilHour - fromHour + 24) % 24 || 24) * 60
  let sum = 0
  for (let start = Math.floor(span.from / day - 1) * day + fromHour * 60; start < span.until; start += day)
    sum += Math.max(0, Math.min(span.until, start + length) - Math.max(span.from, start))
  return sum
}
