// Votes as distances from the mean of their statement. Who did not vote is at distance 0, so that only votes cost time.
import type { VoteMatrix } from './vote-matrix.ts'

export interface Spread {
  /** column -> mean vote of those who voted; 0 where nobody did or where the statement is left out */
  readonly mean: Float64Array
  /** cell -> vote minus mean; 0 for statements that are left out */
  readonly deviation: Float64Array
  /** sum of the squared distances: the spread in all directions together */
  readonly total: number
}

/**
 * @param counts cell -> how many
 * @param leftOut column -> 1 where the statement takes no part in the map
 */
export function spreadVotes(counts: Uint32Array, leftOut: Uint8Array): Spread {
  const mean = new Float64Array(leftOut.length)
  const deviation = new Float64Array(counts.length)
  let total = 0
  for (let column = 0; column < leftOut.length; column++) {
    const first = column * 4
    const [disagree, pass, agree] = [counts[first]!, counts[first + 1]!, counts[first + 2]!]
    const seen = disagree + pass + agree
    if (seen === 0 || leftOut[column] === 1) continue
    mean[column] = (agree - disagree) / seen
    for (let code = 0; code < 3; code++) {
      deviation[first + code] = code - 1 - mean[column]!
      total += counts[first + code]! * deviation[first + code]! ** 2
    }
  }
  return { mean, deviation, total }
}

/**
 * The matrix of `findAxes`: statements times statements, the sum over people of the products of their distances. Two sums over every row's
 * cells, which is exact and proportional to the votes.
 * @param rows only these, as often as they are named; everybody where left out
 */
export function coVotes(matrix: VoteMatrix, { deviation }: Spread, rows?: Uint32Array): (vector: Float64Array, into: Float64Array) => void {
  const { starts, cells } = matrix
  const weighted = new Float64Array(deviation.length)
  const gathered = new Float64Array(deviation.length)
  return (vector, into) => {
    for (let cell = 0; cell < weighted.length; cell++) weighted[cell] = deviation[cell]! * vector[cell >> 2]!
    gathered.fill(0)
    if (rows) for (const row of rows) addRow(cells, starts[row]!, starts[row + 1]!, weighted, gathered)
    else for (let row = 0; row < matrix.people; row++) addRow(cells, starts[row]!, starts[row + 1]!, weighted, gathered)
    into.fill(0)
    for (let cell = 0; cell < weighted.length; cell++) into[cell >> 2]! += deviation[cell]! * gathered[cell]!
  }
}

function addRow(cells: Uint16Array, from: number, to: number, weighted: Float64Array, gathered: Float64Array): void {
  let sum = 0
  for (let at = from; at < to; at++) sum += weighted[cells[at]!]!
  for (let at = from; at < to; at++) gathered[cells[at]!]! += sum
}
