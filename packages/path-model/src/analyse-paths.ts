import { readModel, type Arrow, type PathModel } from './arrows.ts'
import { beyondT } from './chances.ts'
import { collinearity, diagnose, type Diagnostics } from './diagnose.ts'
import { effectsOf } from './effects.ts'
import { judgeUnits, usualNeeds, type Enough, type Needs } from './enough.ts'
import { measureFit, type Fit } from './fit.ts'
import { leastSquares, mean } from './least-squares.ts'
import { part, type Matrix } from './matrices.ts'
import { solve, standardErrors, standardise, type Moments } from './moments.ts'
import { resample, type Spread } from './resample.ts'
import { testSeparation, type Separation } from './separation.ts'

/** What was seen of one unit. A variable that is missing, null or no number leaves the unit out. */
export type Unit = Readonly<Record<string, number | null | undefined>>

export interface Question {
  readonly arrows: readonly Arrow[]
  readonly units: readonly Unit[]
  /** What units belong together, such as the place each was seen in: one key a unit. They are then drawn together. */
  readonly blocks?: readonly string[]
  readonly seed: string
  readonly resamples?: number
  /** Of the intervals; 0.95 unless told. */
  readonly level?: number
  readonly needs?: Needs
}

export interface Coefficient extends Arrow {
  readonly value: number
  /** By least squares, as if all units were independent. */
  readonly standardError: number
  readonly t: number
  readonly p: number
  readonly standardised: number
  readonly spread: Spread
  readonly standardisedSpread: Spread
}

export interface EffectWithSpread extends Arrow {
  readonly direct: number
  readonly indirect: number
  readonly total: number
  readonly indirectSpread: Spread
  readonly totalSpread: Spread
}

export interface EquationResult extends Diagnostics {
  readonly variable: string
  readonly causes: readonly string[]
  readonly intercept: number
  readonly r2: number
}

export interface Estimated {
  readonly kind: 'estimated'
  readonly units: number
  readonly leftOut: number
  readonly coefficients: readonly Coefficient[]
  readonly equations: readonly EquationResult[]
  /** Standardised. */
  readonly effects: readonly EffectWithSpread[]
  readonly fit: Fit | null
  readonly separation: Separation | null
  readonly resampling: {
    readonly drawn: 'blocks' | 'units'
    readonly blocks: number
    readonly used: number
    readonly unsolved: number
    readonly level: number
    readonly seed: string
  }
}

export type Analysis =
  | (Enough & { readonly kind: 'tooLittle'; readonly leftOut: number; readonly coefficients: number })
  /** There is enough, but these are the same everywhere: nothing can go together with them. */
  | { readonly kind: 'still'; readonly units: number; readonly leftOut: number; readonly variables: readonly string[] }
  /** There is enough, but the causes of this variable follow from each other: they cannot be told apart. */
  | { readonly kind: 'together'; readonly units: number; readonly leftOut: number; readonly variables: readonly string[] }
  | Estimated

/** Below so many blocks, drawing them whole says little (Cameron, Gelbach and Miller 2008), and units are drawn instead. */
export const fewestBlocks = 10

/**
 * A path model of arrows fixed in advance, over complete units. Association is not cause: the arrows are what somebody holds to be so; the
 * numbers say how the variables go together if it is.
 * @throws RangeError for arrows that are no recursive model, and for blocks unlike the units in number. Too little data is an answer.
 */
export function analysePaths(question: Question): Analysis {
  const { arrows, units, blocks, seed, resamples = 2000, level = 0.95, needs = usualNeeds } = question
  const model = readModel(arrows)
  if (blocks && blocks.length !== units.length) throw new RangeError(`${blocks.length} blocks for ${units.length} units`)
  if (!(level > 0 && level < 1)) throw new RangeError(`no level of ${level}`)
  if (!Number.isSafeInteger(resamples) || resamples < 100) throw new RangeError(`${resamples} resamples are too few`)
  const kept = units.flatMap((unit, at) => {
    const row = model.variables.map((variable) => unit[variable] ?? NaN)
    return row.every(Number.isFinite) ? [{ row, block: blocks?.[at] ?? String(at) }] : []
  })
  const leftOut = units.length - kept.length
  const enough = judgeUnits(kept.length, arrows.length, needs)
  // An equation needs a residual to speak of, whatever is asked for.
  const atLeast = Math.max(...model.equations.map(({ causes }) => causes.length)) + 3
  if (enough.missing > 0 || kept.length < atLeast)
    return {
      kind: 'tooLittle',
      leftOut,
      coefficients: arrows.length,
      ...enough,
      needed: Math.max(enough.needed, atLeast),
      missing: Math.max(enough.missing, atLeast - kept.length),
    }
  const rows = kept.map(({ row }) => row)
  const moments = momentsOf(rows)
  const still = model.variables.filter((_, at) => isStill(rows, at))
  if (still.length > 0) return { kind: 'still', units: rows.length, leftOut, variables: still }
  const regressions = model.equations.map((equation) => ({ equation, found: regress(model, equation.causes, equation.variable, rows) }))
  const together = regressions.flatMap(({ equation, found }) => (found ? [] : [equation.variable]))
  const solution = solve(model, moments)
  if (together.length > 0 || !solution)
    return { kind: 'together', units: rows.length, leftOut, variables: together.length > 0 ? together : model.variables }
  const grouped = byBlock(kept)
  const drawn = grouped.length >= fewestBlocks ? 'blocks' : 'units'
  const statistics = (found: Moments) => statisticsOf(model, found)
  const resampling = resample(drawn === 'blocks' ? grouped : rows.map((row) => [row]), statistics, { seed, resamples, level })
  const standardised = standardise(solution.coefficients, moments)
  const effects = effectsOf(model, standardised)
  const spreads = resampling.spreads
  const correlations = toCorrelations(moments.covariances)
  return {
    kind: 'estimated',
    units: rows.length,
    leftOut,
    coefficients: arrows.map(({ from, to }, at) => {
      const { equation, found } = regressions.find(({ equation: { variable } }) => variable === to)!
      const place = equation.causes.indexOf(from)
      const value = found!.coefficients[place]!
      const standardError = found!.standardErrors[place + 1]!
      const t = value / standardError
      return {
        from,
        to,
        value,
        standardError,
        t,
        p: beyondT(t, rows.length - equation.causes.length - 1),
        standardised: standardised[model.variables.indexOf(to)]![model.variables.indexOf(from)]!,
        spread: spreads[at]!,
        standardisedSpread: spreads[arrows.length + at]!,
      }
    }),
    equations: regressions.map(({ equation, found }) => ({
      variable: equation.variable,
      causes: equation.causes,
      intercept: found!.intercept,
      r2: found!.r2,
      ...diagnose(
        found!,
        part(
          correlations,
          equation.causes.map((cause) => model.variables.indexOf(cause)),
        ),
      ),
    })),
    effects: effects.map((effect, at) => ({
      ...effect,
      indirectSpread: spreads[2 * arrows.length + 2 * at]!,
      totalSpread: spreads[2 * arrows.length + 2 * at + 1]!,
    })),
    fit: measureFit(model, moments, solution) ?? null,
    separation: testSeparation(model, moments) ?? null,
    resampling: { drawn, blocks: grouped.length, used: resampling.used, unsolved: resampling.unsolved, level, seed },
  }
}

function byBlock(kept: readonly { readonly row: readonly number[]; readonly block: string }[]): Matrix[] {
  const blocks = new Map<string, (readonly number[])[]>()
  for (const { row, block } of kept) blocks.set(block, [...(blocks.get(block) ?? []), row])
  return [...blocks.values()]
}

/** Coefficients, standardised ones, then indirect and total of each effect: what every resample is asked. */
function statisticsOf(model: PathModel, moments: Moments): readonly number[] | undefined {
  const solution = solve(model, moments)
  if (!solution) return undefined
  const standardised = standardise(solution.coefficients, moments)
  const place = (name: string) => model.variables.indexOf(name)
  return [
    ...model.arrows.map(({ from, to }) => solution.coefficients[place(to)]![place(from)]!),
    ...model.arrows.map(({ from, to }) => standardised[place(to)]![place(from)]!),
    ...effectsOf(model, standardised).flatMap(({ indirect, total }) => [indirect, total]),
  ]
}

export interface Summary {
  readonly arrows: readonly Arrow[]
  readonly variables: readonly string[]
  readonly correlations: Matrix
  /** One for each variable; all 1 unless told. */
  readonly deviations?: readonly number[]
  readonly units: number
}

/** The same from published correlations, where nobody has the units: no intervals by resampling, no residuals to look at. */
export function analyseCorrelations({ arrows, variables, correlations, deviations, units }: Summary) {
  const model = readModel(arrows)
  const places = model.variables.map((variable) => {
    const place = variables.indexOf(variable)
    if (place < 0) throw new RangeError(`no correlations are given for ${variable}`)
    return place
  })
  const covariances = part(correlations, places).map((row, one) =>
    row.map((value, other) => value * (deviations?.[places[one]!] ?? 1) * (deviations?.[places[other]!] ?? 1)),
  )
  const moments = { covariances, units }
  const solution = solve(model, moments)
  if (!solution) throw new RangeError('causes of one variable follow from each other')
  const standardised = standardise(solution.coefficients, moments)
  const errors = standardErrors(model, moments, solution)
  const place = (name: string) => model.variables.indexOf(name)
  return {
    coefficients: arrows.map(({ from, to }) => ({
      from,
      to,
      value: solution.coefficients[place(to)]![place(from)]!,
      standardError: errors[place(to)]![place(from)]!,
      standardised: standardised[place(to)]![place(from)]!,
    })),
    equations: model.equations.map(({ variable, causes }) => ({
      variable,
      causes,
      r2: 1 - solution.residualVariances[place(variable)]! / covariances[place(variable)]![place(variable)]!,
      ...collinearity(part(toCorrelations(covariances), causes.map(place))),
    })),
    effects: effectsOf(model, standardised),
    fit: measureFit(model, moments, solution) ?? null,
    separation: testSeparation(model, moments) ?? null,
  }
}

const regress = (model: PathModel, causes: readonly string[], variable: string, rows: Matrix) =>
  leastSquares(
    rows.map((row) => row[model.variables.indexOf(variable)]!),
    causes.map((cause) => rows.map((row) => row[model.variables.indexOf(cause)]!)),
  )

function momentsOf(rows: Matrix): Moments {
  const middle = rows[0]!.map((_, at) => mean(rows.map((row) => row[at]!)))
  const covariances = middle.map((_, one) =>
    middle.map(
      (__, other) => rows.reduce((sum, row) => sum + (row[one]! - middle[one]!) * (row[other]! - middle[other]!), 0) / (rows.length - 1),
    ),
  )
  return { covariances, units: rows.length }
}

const isStill = (rows: Matrix, at: number): boolean => {
  const values = rows.map((row) => row[at]!)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))
}

const toCorrelations = (covariances: Matrix): number[][] =>
  covariances.map((row, one) => row.map((value, other) => value / Math.sqrt(row[one]! * covariances[other]![other]!)))
