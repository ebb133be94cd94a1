import { refuseUnlessCovariance, sumOf, type Matrix } from './covariance.ts'

export interface OneFactor {
  /** What each item owes to what all have in common, in the units of the item. */
  readonly loadings: readonly number[]
  /** The variance of each item that it has for itself. */
  readonly own: readonly number[]
  /** How far the model is from the covariances: log|Σ| + tr(SΣ⁻¹) - log|S| - k. */
  readonly discrepancy: number
}

/**
 * One common factor by maximum likelihood: covariance = loadings · loadingsᵀ + diagonal(own).
 * @returns undefined for fewer than three items, where the factor is not determined, and where an item never varies
 * Source: Jöreskog 1967, Psychometrika 32:443, for the function; found by the EM steps of Rubin and Thayer 1982, Psychometrika 47:69,
 * which never leave the allowed range. The inverse of the model is written out (Sherman and Morrison 1950).
 */
export function fitOneFactor(covariance: Matrix): OneFactor | undefined {
  refuseUnlessCovariance(covariance)
  const items = covariance.length
  const variances = covariance.map((row, item) => row[item]!)
  const logDeterminant = logDeterminantOf(covariance)
  if (items < 3 || logDeterminant === undefined) return undefined
  // Worked out on correlations, so that the units of an item do not matter; own variance is kept a thousandth above nothing.
  const correlation = covariance.map((row, one) => row.map((value, other) => value / Math.sqrt(variances[one]! * variances[other]!)))
  let { loadings, own } = firstGuess(correlation)
  let best = discrepancyOf(correlation, loadings, own)
  for (let round = 0; round < 5000; round++) {
    const next = step(correlation, loadings, own)
    const value = discrepancyOf(correlation, next.loadings, next.own)
    ;({ loadings, own } = next)
    const gained = best - value
    best = value
    if (round > 20 && gained < 1e-12) break
  }
  return {
    loadings: loadings.map((loading, item) => loading * Math.sqrt(variances[item]!)),
    own: own.map((value, item) => value * variances[item]!),
    discrepancy: Math.max(0, best - (logDeterminant - sumOf(variances.map(Math.log)))),
  }
}

const least = 1e-3

function firstGuess(correlation: Matrix): { loadings: readonly number[]; own: readonly number[] } {
  const items = correlation.length
  // The first principal axis, so that items which go the other way start with a negative loading.
  let axis = correlation.map((row, one) => row[0]! + one * 1e-3)
  for (let round = 0; round < 50; round++) {
    const turned = correlation.map((row) => sumOf(row.map((value, other) => value * axis[other]!)))
    const length = Math.hypot(...turned)
    axis = turned.map((value) => value / length)
  }
  const loadings = axis.map((value) => Math.max(-0.9, Math.min(0.9, value * Math.sqrt(items) * 0.7)))
  return { loadings, own: loadings.map((loading) => Math.max(least, 1 - loading ** 2)) }
}

function step(correlation: Matrix, loadings: readonly number[], own: readonly number[]) {
  const known = 1 + sumOf(loadings.map((loading, item) => loading ** 2 / own[item]!))
  // What the items tell about the factor: one number per item, and the variance that is left of it.
  const toFactor = loadings.map((loading, item) => loading / own[item]! / known)
  const withFactor = correlation.map((row) => sumOf(row.map((value, item) => value * toFactor[item]!)))
  const factorVariance = 1 / known + sumOf(withFactor.map((value, item) => value * toFactor[item]!))
  const next = withFactor.map((value) => value / factorVariance)
  return { loadings: next, own: next.map((loading, item) => Math.max(least, 1 - loading * withFactor[item]!)) }
}

function discrepancyOf(correlation: Matrix, loadings: readonly number[], own: readonly number[]): number {
  const known = 1 + sumOf(loadings.map((loading, item) => loading ** 2 / own[item]!))
  const scaled = loadings.map((loading, item) => loading / own[item]!)
  const quadratic = sumOf(scaled.map((value, one) => value * sumOf(correlation[one]!.map((entry, other) => entry * scaled[other]!))))
  const trace = sumOf(own.map((value) => 1 / value)) - quadratic / known
  return Math.log(known) + sumOf(own.map(Math.log)) + trace - correlation.length
}

/** By Cholesky's division; undefined where the matrix is not positive definite. */
function logDeterminantOf(matrix: Matrix): number | undefined {
  const lower: number[][] = []
  for (const [row, values] of matrix.entries()) {
    const line: number[] = []
    for (let column = 0; column <= row; column++) {
      const rest = values[column]! - sumOf(line.slice(0, column).map((value, at) => value * (lower[column]?.[at] ?? value)))
      if (column < row) line.push(rest / lower[column]![column]!)
      else if (rest > 1e-12 * values[column]!) line.push(Math.sqrt(rest))
      else return undefined
    }
    lower.push(line)
  }
  return 2 * sumOf(lower.map((line, row) => Math.log(line[row]!)))
}
