import { groupBy } from './group-by.ts'
import { designEffect } from './design-effect.ts'
import { tBound } from './distributions.ts'

export interface Answered {
  readonly value: number
  readonly weight: number
  /** The weighting cell; answers within one are compared with each other only. */
  readonly stratum?: string
  /** The door; several answers behind one door are not independent. Each answer is its own door where nothing is said. */
  readonly cluster?: string
}

export interface Estimate {
  readonly mean: number
  readonly standardError: number
  /** Doors less cells. */
  readonly df: number
  readonly answers: number
  /** Of the weights (Kish). */
  readonly designEffect: number
  /** The weighted standard deviation of the answers. */
  readonly deviation: number
}

/**
 * The weighted mean and how sure it is, by Taylor linearisation over doors within cells. A cell with a single door is compared with the
 * mean of all, which is on the safe side.
 * @returns undefined for fewer than two doors beyond the number of cells: there is no telling how sure it is
 * Source: Binder 1983, International Statistical Review 51:279; Lumley 2010, Complex Surveys, 2.2 and 3.2 (single doors: "adjust").
 */
export function estimateMean(answers: readonly Answered[]): Estimate | undefined {
  if (answers.length === 0) return undefined
  const effect = designEffect(answers.map(({ weight }) => weight))
  const total = answers.reduce((sum, { weight }) => sum + weight, 0)
  const mean = answers.reduce((sum, { value, weight }) => sum + value * weight, 0) / total
  const strata = groupBy(answers.keys(), (place) => answers[place]!.stratum ?? '')
  let variance = 0
  let doors = 0
  for (const places of strata.values()) {
    const totals = [...groupBy(places, (place) => answers[place]!.cluster ?? place).values()].map((behind) =>
      behind.reduce((sum, place) => sum + (answers[place]!.weight * (answers[place]!.value - mean)) / total, 0),
    )
    const count = totals.length
    doors += count
    const centre = count > 1 ? totals.reduce((sum, value) => sum + value, 0) / count : 0
    variance += (count > 1 ? count / (count - 1) : 1) * totals.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  }
  const df = doors - strata.size
  if (df < 1) return undefined
  const spread = answers.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0) / total
  return {
    mean,
    standardError: Math.sqrt(variance),
    df,
    answers: answers.length,
    designEffect: effect,
    deviation: Math.sqrt((spread * answers.length) / Math.max(1, answers.length - 1)),
  }
}

/** The interval that covers the mean of everybody in 95 of 100 such surveys. */
export function meanInterval({ mean, standardError, df }: Pick<Estimate, 'mean' | 'standardError' | 'df'>, level = 0.95) {
  const half = tBound(level, df) * standardError
  return { from: mean - half, to: mean + half }
}
