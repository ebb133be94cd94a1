import { type PathModel } from './arrows.ts'
import { cholesky, inverse, part, solveCholesky, type Matrix } from './matrices.ts'

/** What the data come down to: how much each variable varies, and with which others, over so many units. */
export interface Moments {
  /** In the order of the model's variables; divided by units less one. */
  readonly covariances: Matrix
  readonly units: number
}

/** Everything a recursive model says about its variables, from their moments. */
export interface Solution {
  /** `coefficients[to][from]`, zero where there is no arrow. */
  readonly coefficients: Matrix
  readonly residualVariances: readonly number[]
}

/**
 * Each equation by least squares. For a recursive model whose residuals go together with nothing, that is maximum likelihood
 * (Bollen 1989, Structural Equations with Latent Variables, p. 104 and 4B).
 * @returns undefined where causes of one variable follow from each other
 */
export function solve({ variables, equations }: PathModel, { covariances }: Pick<Moments, 'covariances'>): Solution | undefined {
  const coefficients = variables.map(() => variables.map(() => 0))
  const residualVariances = variables.map((_, at) => covariances[at]![at]!)
  for (const { variable, causes } of equations) {
    const to = variables.indexOf(variable)
    const places = causes.map((cause) => variables.indexOf(cause))
    const lower = cholesky(part(covariances, places))
    if (!lower) return undefined
    const solved = solveCholesky(
      lower,
      places.map((from) => covariances[from]![to]!),
    )
    places.forEach((from, at) => {
      coefficients[to]![from] = solved[at]!
      residualVariances[to]! -= solved[at]! * covariances[from]![to]!
    })
    residualVariances[to] = Math.max(0, residualVariances[to]!)
  }
  return { coefficients, residualVariances }
}

/** In standard deviations: by how many of them the one changes where the other is one of them higher. */
export const standardise = (coefficients: Matrix, { covariances }: Pick<Moments, 'covariances'>): number[][] =>
  coefficients.map((row, to) =>
    row.map((value, from) => (value === 0 ? 0 : value * Math.sqrt(covariances[from]![from]! / covariances[to]![to]!))),
  )

/** Standard errors of the coefficients by ordinary least squares, with units less causes less one degrees of freedom. */
export function standardErrors({ variables, equations }: PathModel, { covariances, units }: Moments, solution: Solution): number[][] {
  const errors = variables.map(() => variables.map(() => 0))
  for (const { variable, causes } of equations) {
    const to = variables.indexOf(variable)
    const places = causes.map((cause) => variables.indexOf(cause))
    const spread = inverse(cholesky(part(covariances, places))!)
    const left = units - causes.length - 1
    places.forEach((from, at) => {
      errors[to]![from] = left > 0 ? Math.sqrt((spread[at]![at]! * solution.residualVariances[to]!) / left) : NaN
    })
  }
  return errors
}
