import { groupBy } from './group-by.ts'

/** A cell that answers are weighted in, such as the newcomers of one lane. */
export interface Cell {
  /** From narrow to wide: lane, community, street. Cells are only put together with cells of the same `group`. */
  readonly path: readonly string[]
  readonly group: string
  readonly respondents: number
  /** How many people live there, from a public count. */
  readonly population: number
}

/** Cells that share one weight. */
export interface Pool {
  /** Places in the list of cells. */
  readonly cells: readonly number[]
  readonly respondents: number
  readonly population: number
  /** People of the population per respondent; undefined where nobody of the group answered at all. */
  readonly weight: number | undefined
}

/**
 * Post-stratification weights, population over respondents (Holt and Smith 1979, Journal of the Royal Statistical Society A 142:33).
 * A cell with fewer than `fewest` respondents, or of which no people are counted, is put together with other small ones of its community, then of the street, and with the
 * smallest that is not small if they are still few together: a weight from a handful of people would be a guess, and tells about them.
 * A group that stays small as a whole is one pool. Weights in every group sum to its population as long as anybody of it answered.
 */
export function poolCells(cells: readonly Cell[], fewest: number): Pool[] {
  if (!(fewest >= 1)) throw new RangeError(`not a smallest cell: ${fewest}`)
  for (const { respondents, population } of cells)
    if (!Number.isSafeInteger(respondents) || respondents < 0 || !(population >= 0))
      throw new RangeError(`not a cell: ${respondents} respondents of ${population}`)
  const pools: number[][] = []
  for (const ofGroup of groupBy(cells.keys(), (place) => cells[place]!.group).values()) {
    const depth = Math.max(...ofGroup.map((place) => cells[place]!.path.length))
    let units = ofGroup.map((place) => [place])
    for (let level = 1; level < depth; level++)
      units = [...groupBy(units, ([place]) => cells[place!]!.path.slice(level).join('\u0000')).values()].flatMap((within) =>
        joinSmall(cells, within, fewest, level === depth - 1),
      )
    pools.push(...units)
  }
  return pools.map((places) => {
    const [respondents, population] = [respondentsIn(cells, places), populationIn(cells, places)]
    return { cells: places, respondents, population, weight: respondents > 0 ? population / respondents : undefined }
  })
}

function joinSmall(cells: readonly Cell[], units: readonly number[][], fewest: number, last: boolean): number[][] {
  const bySize = units.toSorted((one, other) => respondentsIn(cells, one) - respondentsIn(cells, other) || one[0]! - other[0]!)
  const joined: number[] = []
  const kept: number[][] = []
  for (const unit of bySize) {
    const small = respondentsIn(cells, unit) < fewest || populationIn(cells, unit) === 0
    // A pool that is still small waits for the next level, where more can be found; at the last one it takes the smallest that is not.
    if (small || (last && joined.length > 0 && (respondentsIn(cells, joined) < fewest || populationIn(cells, joined) === 0)))
      joined.push(...unit)
    else kept.push(unit)
  }
  return joined.length > 0 ? [joined.toSorted((one, other) => one - other), ...kept] : kept
}

const respondentsIn = (cells: readonly Cell[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + cells[place]!.respondents, 0)
const populationIn = (cells: readonly Cell[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + cells[place]!.population, 0)
