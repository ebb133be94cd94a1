import { normalQuantile, normalTail } from './normal.ts'
import { seededNumbers } from './seeded-numbers.ts'
import type { Matrix } from './matrices.ts'
import type { Moments } from './moments.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface Spread {
  readonly standardError: number
  readonly percentile: Interval
  /** Bias corrected and accelerated. */
  readonly bca: Interval
}

export interface Resampling {
  /** In the order of what `statistics` returns. */
  readonly spreads: readonly Spread[]
  readonly used: number
  /** Resamples in which the model could not be solved, left out of all of them. */
  readonly unsolved: number
}

export interface ResamplingOptions {
  readonly seed: string
  readonly resamples: number
  readonly level: number
}

/** What a block of units, drawn together, adds to the moments. */
interface Block {
  readonly units: number
  readonly sums: readonly number[]
  readonly products: readonly number[]
}

/**
 * The bootstrap (Efron 1979): percentile and BCa intervals (Efron 1987; Davison and Hinkley 1997, 5.3) of anything made of the
 * moments. Blocks are drawn whole, so that units of one place stay together. The order of blocks and rows changes nothing.
 * @param blocks rows by block, one number for each variable
 * @param statistics undefined where the moments have no solution
 */
export function resample(
  blocks: readonly Matrix[],
  statistics: (moments: Moments) => readonly number[] | undefined,
  { seed, resamples, level }: ResamplingOptions,
): Resampling {
  const ordered = inOrder(blocks)
  const size = ordered[0]![0]!.length
  const all = ordered.flat()
  const middle = Array.from({ length: size }, (_, at) => all.reduce((sum, row) => sum + row[at]!, 0) / all.length)
  const parts = ordered.map((rows) => toBlock(rows, middle))
  const whole = addUp(parts, size)
  const estimate = statistics(toMoments(whole, size))
  if (!estimate) throw new RangeError('the model cannot be solved for the data themselves')
  const random = seededNumbers(seed)
  const drawn: (readonly number[])[] = []
  for (let round = 0; round < resamples; round++) {
    const picked = parts.map(() => parts[Math.floor(random() * parts.length)]!)
    const found = statistics(toMoments(addUp(picked, size), size))
    if (found?.every(Number.isFinite)) drawn.push(found)
  }
  const without = parts.flatMap((left) => {
    const found = statistics(toMoments(subtract(whole, left), size))
    return found?.every(Number.isFinite) ? [found] : []
  })
  return {
    spreads: estimate.map((value, at) =>
      spreadOf(
        value,
        drawn.map((one) => one[at]!),
        without.map((one) => one[at]!),
        level,
      ),
    ),
    used: drawn.length,
    unsolved: resamples - drawn.length,
  }
}

function spreadOf(estimate: number, drawn: readonly number[], without: readonly number[], level: number): Spread {
  const sorted = drawn.toSorted((one, other) => one - other)
  const [low, high] = [(1 - level) / 2, (1 + level) / 2]
  const average = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const variance = sorted.reduce((sum, value) => sum + (value - average) ** 2, 0) / (sorted.length - 1)
  const below = sorted.filter((value) => value < estimate).length + sorted.filter((value) => value === estimate).length / 2
  // A bias of all or nothing has no normal quantile; half a resample stands for "fewer than one".
  const bias = normalQuantile(Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length)
  const skew = acceleration(without)
  const corrected = (chance: number) => {
    const shifted = bias + normalQuantile(chance)
    return 1 - normalTail(bias + shifted / (1 - skew * shifted))
  }
  return {
    standardError: Math.sqrt(variance),
    percentile: { low: quantile(sorted, low), high: quantile(sorted, high) },
    bca: { low: quantile(sorted, corrected(low)), high: quantile(sorted, corrected(high)) },
  }
}

/** From leaving out one block after the other: Σd³ / 6 (Σd²)^1.5. */
function acceleration(without: readonly number[]): number {
  const middle = without.reduce((sum, value) => sum + value, 0) / without.length
  const [squares, cubes] = without.reduce(([two, three], value) => [two + (middle - value) ** 2, three + (middle - value) ** 3], [0, 0])
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0
}

/** Between the two nearest of the sorted values (definition 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], chance: number): number {
  const place = Math.min(Math.max(chance, 0), 1) * (sorted.length - 1)
  const under = Math.floor(place)
  const over = Math.min(under + 1, sorted.length - 1)
  return sorted[under]! + (place - under) * (sorted[over]! - sorted[under]!)
}

const toBlock = (rows: Matrix, middle: readonly number[]): Block => {
  const size = middle.length
  const sums = middle.map((centre, at) => rows.reduce((sum, row) => sum + row[at]! - centre, 0))
  const products: number[] = []
  for (let one = 0; one < size; one++)
    for (let other = 0; other <= one; other++)
      products.push(rows.reduce((sum, row) => sum + (row[one]! - middle[one]!) * (row[other]! - middle[other]!), 0))
  return { units: rows.length, sums, products }
}

function addUp(blocks: readonly Block[], size: number): Block {
  const sums: number[] = Array.from({ length: size }, () => 0)
  const products: number[] = Array.from({ length: (size * (size + 1)) / 2 }, () => 0)
  let units = 0
  for (const block of blocks) {
    units += block.units
    for (let at = 0; at < sums.length; at++) sums[at]! += block.sums[at]!
    for (let at = 0; at < products.length; at++) products[at]! += block.products[at]!
  }
  return { units, sums, products }
}

const subtract = (whole: Block, block: Block): Block => ({
  units: whole.units - block.units,
  sums: whole.sums.map((value, at) => value - block.sums[at]!),
  products: whole.products.map((value, at) => value - block.products[at]!),
})

function toMoments({ units, sums, products }: Block, size: number): Moments {
  const covariances = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (let one = 0, at = 0; one < size; one++)
    for (let other = 0; other <= one; other++, at++) {
      const value = (products[at]! - (sums[one]! * sums[other]!) / units) / (units - 1)
      covariances[one]![other] = value
      covariances[other]![one] = value
    }
  return { covariances, units }
}

function inOrder(blocks: readonly Matrix[]): number[][][] {
  return blocks
    .map((rows) => rows.map((row) => [...row]).toSorted(compareRows))
    .toSorted((one, other) => compareRows(one.flat(), other.flat()))
}

function compareRows(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length && at < other.length; at++) if (one[at] !== other[at]) return one[at]! - other[at]!
  return one.length - other.length
}
