import type { PathModel } from './arrows.ts'
import { awayChiSquareBelow, chiSquareTail } from './chances.ts'
import { cholesky, inverse, logDeterminant, multiply, transpose, type Matrix } from './matrices.ts'
import type { Moments, Solution } from './moments.ts'

/** How well what the model says about all variables together agrees with what was seen. */
export interface Fit {
  readonly chiSquare: number
  /** One for each arrow that could be there and is not. */
  readonly df: number
  /** The rest is null where the model says nothing that could be wrong (no degree of freedom is left). */
  readonly p: number | null
  readonly cfi: number
  readonly tli: number | null
  readonly rmsea: { readonly value: number; readonly low: number; readonly high: number } | null
  readonly srmr: number
  /** The model in which nothing goes with anything, for comparison. */
  readonly independence: { readonly chiSquare: number; readonly df: number }
}

/**
 * Maximum likelihood fit of a recursive model: chi-square (n - 1) F with F = ln|Σ| - ln|S| + tr(SΣ⁻¹) - p (Jöreskog 1969), CFI (Bentler 1990),
 * TLI (Tucker and Lewis 1973), RMSEA with its 90 % interval (Steiger 1990; Browne and Cudeck 1993) and SRMR (Bentler 1995). The comparison is
 * the model of full independence.
 * @returns undefined where a variable follows wholly from others, so that no likelihood exists
 */
export function measureFit(model: PathModel, moments: Moments, solution: Solution): Fit | undefined {
  const { covariances, units } = moments
  const seen = cholesky(covariances)
  if (!seen) return undefined
  const said = impliedCovariances(model, moments, solution)
  const saidLower = cholesky(said)
  if (!saidLower) return undefined
  const size = model.variables.length
  const trace = multiply(covariances, inverse(saidLower)).reduce((sum, row, at) => sum + row[at]!, 0)
  const chiSquare = Math.max(0, (units - 1) * (logDeterminant(saidLower) - logDeterminant(seen) + trace - size))
  const outside = model.outside.length
  const df = (size * (size - 1)) / 2 - (outside * (outside - 1)) / 2 - model.arrows.length
  const variances = covariances.reduce((sum, row, at) => sum + Math.log(row[at]!), 0)
  const independence = { chiSquare: Math.max(0, (units - 1) * (variances - logDeterminant(seen))), df: (size * (size - 1)) / 2 }
  const over = Math.max(0, chiSquare - df)
  const overThere = Math.max(over, independence.chiSquare - independence.df, 0)
  const perDegree = independence.chiSquare / independence.df
  return {
    chiSquare,
    df,
    p: df > 0 ? chiSquareTail(chiSquare, df) : null,
    cfi: overThere > 0 ? 1 - over / overThere : 1,
    tli: df > 0 && perDegree !== 1 ? (perDegree - chiSquare / df) / (perDegree - 1) : null,
    rmsea: df > 0 ? rmseaOf(chiSquare, df, units) : null,
    srmr: Math.sqrt(
      average(
        covariances.flatMap((row, one) =>
          row.slice(0, one + 1).map((value, other) => (value - said[one]![other]!) ** 2 / (row[one]! * covariances[other]![other]!)),
        ),
      ),
    ),
    independence,
  }
}

/** What the model says the covariances are: Σ = (I - B)⁻¹ Ψ (I - B)⁻¹ᵀ, variable by variable, causes first. */
export function impliedCovariances({ variables, outside }: PathModel, { covariances }: Moments, solution: Solution): number[][] {
  const places = variables.map((variable) => outside.includes(variable))
  const residuals = variables.map((_, one) =>
    variables.map((__, other) =>
      one === other ? solution.residualVariances[one]! : places[one] && places[other] ? covariances[one]![other]! : 0,
    ),
  )
  const through: number[][] = variables.map((_, at) => variables.map((__, other) => (at === other ? 1 : 0)))
  variables.forEach((_, to) =>
    solution.coefficients[to]!.forEach((value, from) => {
      if (value !== 0) through[from]!.forEach((reached, at) => (through[to]![at]! += value * reached))
    }),
  )
  return multiply(multiply(through, residuals), transpose(through))
}

function rmseaOf(chiSquare: number, df: number, units: number): { value: number; low: number; high: number } {
  const of = (away: number) => Math.sqrt(Math.max(0, away) / (df * (units - 1)))
  return { value: of(chiSquare - df), low: of(noncentralityAt(chiSquare, df, 0.95)), high: of(noncentralityAt(chiSquare, df, 0.05)) }
}

/** The noncentrality at which a value so small has the given chance; 0 where none has. */
function noncentralityAt(chiSquare: number, df: number, chance: number): number {
  const below = (away: number) => awayChiSquareBelow(chiSquare, df, away)
  if (below(0) <= chance) return 0
  let low = 0
  let high = Math.max(1, chiSquare)
  while (below(high) > chance) high *= 2
  for (let round = 0; round < 100 && high - low > 1e-9 * high; round++) {
    const middle = (low + high) / 2
    if (below(middle) > chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const average = (values: Matrix[number]): number => values.reduce((sum, value) => sum + value, 0) / values.length
