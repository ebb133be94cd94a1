import type { Distribution } from './find-distribution.ts'
import { countRows, type Lottery } from './lottery.ts'

/** What is published beside a lottery. Probabilities are of the exact optimum, those of the lottery as rounded stand in `lottery`. */
export interface Report {
  readonly rule: Distribution['rule']
  readonly seats: number
  /** Number of respondents. */
  readonly pool: number
  /** Least and greatest probability over everybody who took part; people chosen before or excluded took none. */
  readonly minimum: number
  readonly maximum: number
  /** Gini coefficient and geometric mean of the probabilities of everybody who took part. */
  readonly gini: number
  readonly geometricMean: number
  /** Rows of those who are in no panel that keeps the quotas. Proven for the rules that optimise; for legacy, who was never drawn. */
  readonly neverSelected: readonly number[]
  /** Least probability of those who can be selected at all. */
  readonly minimumOfSelectable: number
  readonly groups: readonly GroupReport[]
  readonly lottery: { readonly of: number; readonly minimum: number; readonly maximum: number; readonly largestDifference: number }
}

/** People of one feature who took part, and their probabilities. */
export interface GroupReport {
  readonly category: string
  readonly feature: string
  readonly quota: readonly [min: number, max: number]
  readonly people: number
  /** Least, greatest and mean probability in the group; null where nobody is in it. */
  readonly least: number | null
  readonly greatest: number | null
  readonly mean: number | null
  readonly neverSelected: number
}

/** Each person's probability by index into the pool: 1 for those chosen before, 0 for those out of the draw. */
export function probabilitiesOf({ problem, chances }: Distribution): Float64Array {
  const probabilities = new Float64Array(problem.pool.people.length)
  for (const person of problem.chosen) probabilities[person] = 1
  problem.types.forEach(({ people }, type) => {
    for (const person of people) probabilities[person] = chances[type]!
  })
  return probabilities
}

/** What is to be published about a lottery: the extremes overall and per group, who can never be chosen, what rounding to panels did. */
export function reportOn(distribution: Distribution, lottery: Lottery): Report {
  const { problem, rule, never } = distribution
  const { pool } = problem
  const probabilities = probabilitiesOf(distribution)
  const counts = countRows(lottery)
  const took = problem.types.flatMap((type) => type.people).toSorted((one, other) => one - other)
  const neverOnes = new Set(
    rule === 'legacy' ? took.filter((person) => probabilities[person] === 0) : never.flatMap((type) => problem.types[type]!.people),
  )
  const drawn = took.map((person) => probabilities[person]!)
  const rounded = took.map((person) => (counts.get(pool.people[person]!.row) ?? 0) / lottery.of)
  const groups = pool.quotas.map(({ category, feature, min, max }, quota): GroupReport => {
    const members = took.filter((person) => pool.people[person]!.features.includes(quota))
    const theirs = members.map((person) => probabilities[person]!)
    const mean = theirs.reduce((sum, one) => sum + one, 0) / theirs.length
    return {
      category,
      feature,
      quota: [min, max],
      people: members.length,
      ...(members.length === 0
        ? { least: null, greatest: null, mean: null }
        : { least: leastOf(theirs), greatest: greatestOf(theirs), mean }),
      neverSelected: members.filter((person) => neverOnes.has(person)).length,
    }
  })
  return {
    rule,
    seats: lottery.seats,
    pool: pool.people.length,
    minimum: leastOf(drawn),
    maximum: greatestOf(drawn),
    gini: giniOf(drawn),
    geometricMean: geometricMeanOf(drawn),
    neverSelected: [...neverOnes].map((person) => pool.people[person]!.row).toSorted((one, other) => one - other),
    minimumOfSelectable: leastOf(took.filter((person) => !neverOnes.has(person)).map((person) => probabilities[person]!)),
    groups,
    lottery: {
      of: lottery.of,
      minimum: leastOf(rounded),
      maximum: greatestOf(rounded),
      largestDifference: greatestOf(drawn.map((probability, index) => Math.abs(probability - rounded[index]!))),
    },
  }
}

const leastOf = (values: readonly number[]): number => values.reduce((one, other) => Math.min(one, other), values[0] ?? 0)
const greatestOf = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other), values[0] ?? 0)

/** Mean difference between any two over twice the mean: 0 where all are equal. */
export function giniOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const sum = sorted.reduce((total, value) => total + value, 0)
  if (sum === 0) return 0
  const weighted = sorted.reduce((total, value, index) => total + (2 * (index + 1) - sorted.length - 1) * value, 0)
  return Math.max(0, weighted / (sorted.length * sum))
}

/** 0 as soon as one of them is. */
export function geometricMeanOf(values: readonly number[]): number {
  if (values.length === 0) return 0
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
