// Where people and statements stand on the map.
import type { Spread } from './spread-votes.ts'
import type { VoteMatrix } from './vote-matrix.ts'

export interface Places {
  /** row -> coordinate along the first and the second axis */
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * Places people by their votes: √(C / votes) times the sum of distance times component, which takes back that somebody with
 * few votes has few terms in the sum.
 * @param columns C, the statements on the map
 * @param extraVotes added to everybody's count of votes on the map (Polis counts every rejected statement as voted on)
 * Source: Small et al., "Polis: scaling deliberation by mapping high-dimensional opinion spaces" (2021).
 */
export function placePeople(
  matrix: VoteMatrix,
  spread: Spread,
  components: readonly [Float64Array, Float64Array],
  { columns, leftOut, extraVotes = 0 }: { readonly columns: number; readonly leftOut: Uint8Array; readonly extraVotes?: number },
  rows?: Uint32Array,
): Places {
  const { starts, cells } = matrix
  const { deviation } = spread
  const [one, other] = components
  const alongX = deviation.map((distance, cell) => distance * one[cell >> 2]!)
  const alongY = deviation.map((distance, cell) => distance * other[cell >> 2]!)
  const counted = deviation.map((_, cell) => (leftOut[cell >> 2] === 1 ? 0 : 1))
  const size = rows?.length ?? matrix.people
  const x = new Float64Array(size)
  const y = new Float64Array(size)
  for (let at = 0; at < size; at++) {
    const row = rows ? rows[at]! : at
    let [sumX, sumY, votes] = [0, 0, extraVotes]
    for (let place = starts[row]!; place < starts[row + 1]!; place++) {
      const cell = cells[place]!
      sumX += alongX[cell]!
      sumY += alongY[cell]!
      votes += counted[cell]!
    }
    const stretch = Math.sqrt(columns / Math.max(1, votes))
    x[at] = stretch * sumX
    y[at] = stretch * sumY
  }
  return { x, y }
}

/** How far out somebody would stand who only agreed with this statement: column -> distance from the centre. */
export function extremities({ mean }: Spread, components: readonly [Float64Array, Float64Array], columns: number): Float64Array {
  return mean.map(
    (centre, column) => Math.sqrt(columns) * Math.abs(1 - centre) * Math.hypot(components[0][column]!, components[1][column]!),
  )
}
