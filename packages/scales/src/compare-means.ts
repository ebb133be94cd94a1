import { tBound, tChance } from './distributions.ts'
import type { Estimate } from './estimate-mean.ts'

export interface Difference {
  readonly difference: number
  readonly standardError: number
  readonly df: number
  readonly t: number
  /** The chance of a difference as large as this, in either direction, if there were none; not corrected for other tests. */
  readonly p: number
  readonly from: number
  readonly to: number
}

/**
 * One mean less another that was worked out from other people: two groups, or one group in two waves. Variances may differ.
 * @returns undefined where neither varies, so that there is nothing to test by
 * Source: Welch 1947, Biometrika 34:28, with the degrees of freedom of Satterthwaite 1946, Biometrics Bulletin 2:110.
 */
export function differenceOf(one: Estimate, other: Estimate, level = 0.95): Difference | undefined {
  const [first, second] = [one.standardError ** 2, other.standardError ** 2]
  const standardError = Math.sqrt(first + second)
  if (!(standardError > 0)) return undefined
  const df = (first + second) ** 2 / (first ** 2 / one.df + second ** 2 / other.df)
  const difference = one.mean - other.mean
  const t = difference / standardError
  const half = tBound(level, df) * standardError
  return { difference, standardError, df, t, p: tChance(t, df), from: difference - half, to: difference + half }
}

/**
 * A difference measured in standard deviations of the answers, corrected for small groups: about 0.2 is small, 0.5 middling, 0.8 large.
 * @returns undefined where nobody differs
 * Source: Hedges 1981, Journal of Educational Statistics 6:107.
 */
export function hedgesG(one: Estimate, other: Estimate): number | undefined {
  const rest = one.answers + other.answers - 2
  const pooled = Math.sqrt(((one.answers - 1) * one.deviation ** 2 + (other.answers - 1) * other.deviation ** 2) / rest)
  return pooled > 0 ? ((one.mean - other.mean) / pooled) * (1 - 3 / (4 * rest - 1)) : undefined
}
