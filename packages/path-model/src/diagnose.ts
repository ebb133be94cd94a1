import { chiSquareTail } from './chances.ts'
import { mean, type Regression } from './least-squares.ts'
import { cholesky, eigenvalues, inverse, type Matrix } from './matrices.ts'

/** What may make the numbers of one equation untrustworthy. */
export interface Diagnostics {
  /** By how much each coefficient's variance is greater for its causes going together; 1 is not at all, above 10 is a warning (Marquardt 1970). */
  readonly varianceInflation: readonly number[]
  /** Root of greatest over smallest eigenvalue of the causes' correlations; above 30 is a warning (Belsley, Kuh and Welsch 1980). */
  readonly conditionNumber: number
  /** Are the residuals shaped like a normal distribution? Jarque and Bera 1987; roughly right from some 40 units on. */
  readonly normality: { readonly statistic: number; readonly skewness: number; readonly excessKurtosis: number; readonly p: number }
  /** Cook 1977: how far all fitted values move when one unit is left out. In the order of the units. */
  readonly cooksDistances: readonly number[]
  /** Places of units above 4 / n: to be looked at, not to be dropped. */
  readonly influential: readonly number[]
}

export function diagnose({ residuals, leverages, residualVariance, coefficients }: Regression, correlations: Matrix): Diagnostics {
  const units = residuals.length
  const parameters = coefficients.length + 1
  const cooksDistances = residuals.map((residual, at) => {
    const leverage = Math.min(leverages[at]!, 1 - 1e-12)
    return residualVariance > 0 ? (residual ** 2 * leverage) / (parameters * residualVariance * (1 - leverage) ** 2) : 0
  })
  return {
    ...collinearity(correlations),
    normality: normalityOf(residuals),
    cooksDistances,
    influential: cooksDistances.flatMap((distance, at) => (distance > 4 / units ? [at] : [])),
  }
}

/** From the correlations of the causes with each other. */
export function collinearity(correlations: Matrix): Pick<Diagnostics, 'varianceInflation' | 'conditionNumber'> {
  const lower = cholesky(correlations)
  const values = eigenvalues(correlations)
  return {
    varianceInflation: lower ? inverse(lower).map((row, at) => row[at]!) : correlations.map(() => Infinity),
    conditionNumber: Math.sqrt(values[0]! / Math.max(values.at(-1)!, 1e-300)),
  }
}

/** n / 6 (S² + K² / 4) with skewness S and excess kurtosis K, held against chi-square with two degrees of freedom. */
export function normalityOf(residuals: readonly number[]): Diagnostics['normality'] {
  const middle = mean(residuals)
  const moment = (power: number) => mean(residuals.map((residual) => (residual - middle) ** power))
  const variance = moment(2)
  const skewness = variance > 0 ? moment(3) / variance ** 1.5 : 0
  const excessKurtosis = variance > 0 ? moment(4) / variance ** 2 - 3 : 0
  const statistic = (residuals.length / 6) * (skewness ** 2 + excessKurtosis ** 2 / 4)
  return { statistic, skewness, excessKurtosis, p: chiSquareTail(statistic, 2) }
}
