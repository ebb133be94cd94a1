import type { Matrix } from './matrices.ts'

export interface Regression {
  readonly intercept: number
  readonly coefficients: readonly number[]
  /** Of the intercept first, then of the coefficients. */
  readonly standardErrors: readonly number[]
  readonly residuals: readonly number[]
  /** How much each row weighs on its own fitted value, from 0 to 1 (the diagonal of the hat matrix). */
  readonly leverages: readonly number[]
  /** Sum of squared residuals over rows less coefficients less one. */
  readonly residualVariance: number
  readonly r2: number
}

/**
 * Least squares with an intercept, by Householder reflections of the centred and scaled columns (Golub and Van Loan 2013, 5.2-5.3): no normal equations,
 * so that nearly dependent columns lose few digits. Checked against the certified values of NIST's Norris and Longley.
 * @param columns one list per predictor, as long as `response`
 * @returns undefined where the predictors depend on each other, or one does not vary
 * @throws RangeError with fewer rows than two more than predictors
 */
export function leastSquares(response: readonly number[], columns: Matrix): Regression | undefined {
  const rows = response.length
  const count = columns.length
  if (rows < count + 2) throw new RangeError(`${rows} rows are too few for ${count} predictors`)
  const means = columns.map(mean)
  const meanResponse = mean(response)
  const centred = columns.map((column, at) => column.map((value) => value - means[at]!))
  const scales = centred.map((column) => Math.sqrt(sumOfSquares(column)))
  if (scales.some((scale, at) => !(scale > 1e-12 * Math.sqrt(rows) * Math.max(Math.abs(means[at]!), 1e-300)))) return undefined
  const q = centred.map((column, at) => column.map((value) => value / scales[at]!))
  const right = response.map((value) => value - meanResponse)
  const whole = sumOfSquares(right)
  const upper = reflect(q, right)
  if (upper.some((row, at) => Math.abs(row[at]!) < 1e-9)) return undefined
  const scaled = backSubstitute(upper, right.slice(0, count))
  const inverseUpper = upper.map((_, column) =>
    backSubstitute(
      upper,
      upper.map((__, row) => (row === column ? 1 : 0)),
    ),
  )
  const coefficients = scaled.map((value, at) => value / scales[at]!)
  const intercept = meanResponse - coefficients.reduce((sum, value, at) => sum + value * means[at]!, 0)
  const residuals = response.map((value, row) => {
    const fitted = centred.reduce((sum, column, at) => sum + column[row]! * coefficients[at]!, 0)
    return value - meanResponse - fitted
  })
  const unexplained = sumOfSquares(residuals)
  const residualVariance = unexplained / (rows - count - 1)
  // Row `at` of R⁻¹ᵀ; the covariance of the scaled coefficients is σ² R⁻¹ R⁻¹ᵀ.
  const covariance = (one: number, other: number) =>
    (inverseUpper.reduce((sum, column) => sum + column[one]! * column[other]!, 0) * residualVariance) / (scales[one]! * scales[other]!)
  let varianceOfIntercept = residualVariance / rows
  for (let one = 0; one < count; one++)
    for (let other = 0; other < count; other++) varianceOfIntercept += means[one]! * means[other]! * covariance(one, other)
  const leverages = response.map((_, row) => {
    // hᵢ = 1/n + |R⁻¹ᵀ xᵢ|², xᵢ the scaled row.
    const turned = inverseUpper.map((column) => column.reduce((sum, value, at) => sum + (value * centred[at]![row]!) / scales[at]!, 0))
    return 1 / rows + sumOfSquares(turned)
  })
  return {
    intercept,
    coefficients,
    standardErrors: [Math.sqrt(varianceOfIntercept), ...coefficients.map((_, at) => Math.sqrt(covariance(at, at)))],
    residuals,
    leverages,
    residualVariance,
    r2: whole > 0 ? 1 - unexplained / whole : 0,
  }
}

/** Turns the columns into an upper triangle, and `right` with them. */
function reflect(columns: readonly (readonly number[])[], right: number[]): number[][] {
  const a = columns.map((column) => [...column])
  a.forEach((column, at) => {
    const tail = column.slice(at)
    const norm = Math.sqrt(sumOfSquares(tail))
    const mirror = [...tail]
    mirror[0]! += tail[0]! < 0 ? -norm : norm
    const length = sumOfSquares(mirror)
    if (length === 0) return
    for (const other of [...a.slice(at), right]) {
      const share = (2 * mirror.reduce((sum, value, row) => sum + value * other[at + row]!, 0)) / length
      mirror.forEach((value, row) => (other[at + row]! -= share * value))
    }
  })
  return a.map((_, row) => a.map((column, at) => (at < row ? 0 : column[row]!)))
}

function backSubstitute(upper: Matrix, right: readonly number[]): number[] {
  const solved: number[] = right.map(() => 0)
  for (let row = upper.length - 1; row >= 0; row--) {
    let rest = right[row]!
    for (let at = row + 1; at < upper.length; at++) rest -= upper[row]![at]! * solved[at]!
    solved[row] = rest / upper[row]![row]!
  }
  return solved
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const sumOfSquares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0)
