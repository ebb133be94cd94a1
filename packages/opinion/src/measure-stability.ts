// Would other people from the same street have given the same groups? Everything is done again with people drawn anew.
import { adjustedRand } from './adjusted-rand.ts'
import { clusterPeople } from './cluster-people.ts'
import { nearestCentres } from './k-means.ts'
import { findAxes } from './find-axes.ts'
import { placePeople } from './place-people.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { coVotes, spreadVotes } from './spread-votes.ts'
import { countVotes, type VoteMatrix } from './vote-matrix.ts'

/** With more people than this a sample of so many stands for them: then the figure errs to the low side. */
const mostDrawn = 4000

export interface StabilityQuestion {
  readonly matrix: VoteMatrix
  /** column -> 1 where the statement takes no part in the map */
  readonly leftOut: Uint8Array
  readonly columns: number
  readonly components: readonly [Float64Array, Float64Array]
  /** rows of the people who were sorted into groups */
  readonly active: Uint32Array
  /** their groups */
  readonly labels: Int32Array
  readonly clusters: number | undefined
  readonly resamples: number
  readonly seed: string
}

/**
 * The mean adjusted Rand index between the groups found and those found from people drawn with replacement, as many as there
 * are: means, axes, places and groups all over again.
 * @returns 1 when the groups are always the same, about 0 when they are chance; null with fewer than three people or no resamples
 */
export function measureStability({ matrix, leftOut, columns, components, active, labels, ...question }: StabilityQuestion): number | null {
  if (active.length < 3 || question.resamples < 1) return null
  const random = seededNumbers(`stability ${question.seed}`)
  const drawn = new Uint32Array(Math.min(active.length, mostDrawn))
  const judged = active.length <= mostDrawn ? active.map((_, at) => at) : drawn.map(() => Math.floor(random() * active.length))
  const judgedRows = judged.map((at) => active[at]!)
  const before = Int32Array.from(judged, (at) => labels[at]!)
  let sum = 0
  for (let round = 0; round < question.resamples; round++) {
    for (let at = 0; at < drawn.length; at++) drawn[at] = active[Math.floor(random() * active.length)]!
    const spread = spreadVotes(countVotes(matrix, drawn), leftOut)
    const axes = findAxes(coVotes(matrix, spread, drawn), matrix.statements, { start: components, tolerance: 1e-4 })
    const found = clusterPeople(placePeople(matrix, spread, axes.components, { columns, leftOut }, drawn), question.clusters)
    const places = placePeople(matrix, spread, axes.components, { columns, leftOut }, judgedRows)
    sum += adjustedRand(before, nearestCentres(places, found.centres))
  }
  return sum / question.resamples
}
