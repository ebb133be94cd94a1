import { openTypes, outlineRows, type Outline } from './outline.ts'
import { openProgram } from './solver.ts'
import type { Target } from './split-into-panels.ts'

/** Distances, in logarithms, of the break points around the last solution; scaled by the width of the round. */
const near = [-3, -1, 0, 1, 3] as const
/** Coarse break points, factors of the last solution, so that a round is never shut in. */
const far = [1 / 64, 1 / 16, 1 / 4, 4, 16, 64] as const
const finest = 1e-6

/**
 * The point of an outline with the greatest product of probabilities (Nash welfare, maximise sum n_t log pi_t). The sum is separable and concave,
 * so a program with each logarithm replaced by chords is exact up to the chords; they are drawn again and again around the last solution, finer
 * each time, down to a relative width of 1e-6 (the
 * sum is then right to its square).
 * @param previous the point of an outline with fewer cuts, to begin from
 */
export function aimNash(outline: Outline, previous?: Target): Target {
  const { problem, people, caps } = outline
  const open = openTypes(outline)
  const everybody = open.reduce((sum, type) => sum + people[type]!, 0)
  let seats: Float64Array = previous?.lower ?? caps.map((cap, type) => Math.min(cap, (people[type]! * problem.seats) / everybody))
  let width = previous ? 0.02 : 0.5
  for (let round = 0; round < 200; round++) {
    const found = bestOnChords(outline, open, seats, width)
    const moved = open.reduce((most, type) => Math.max(most, Math.abs(Math.log(found[type]! / seats[type]!))), 0)
    seats = found
    if (moved > width * 1.5) continue
    if (width <= finest) break
    width = Math.max(finest, width / 4)
  }
  return { lower: seats }
}

function bestOnChords(outline: Outline, open: readonly number[], around: Float64Array, width: number): Float64Array {
  const { solver, people, caps } = outline
  const pieces = open.flatMap((type) => {
    const centre = around[type]!
    const inner = near.map((step) => centre * Math.exp(step * width))
    const outer = far.map((factor) => centre * factor).filter((at) => at < inner[0]! || at > inner.at(-1)!)
    const ends = [...inner, ...outer].filter((at) => at < caps[type]!).toSorted((one, other) => one - other)
    ends.push(caps[type]!)
    return ends.map((end, index) => {
      const start = index === 0 ? 0 : ends[index - 1]!
      // A logarithm has no value at 0: the first chord only has to be steeper than all others.
      const slope = index === 0 ? 8 / end : Math.log(end / start) / (end - start)
      return { type, length: end - start, cost: -slope * people[type]! }
    })
  })
  const of = new Map<number, number[]>(open.map((type) => [type, []]))
  pieces.forEach(({ type }, index) => of.get(type)!.push(index))
  const rows = outlineRows(outline).map((row) => {
    const parts = row.columns.flatMap((type, index) => (of.get(type) ?? []).map((column) => ({ column, value: row.values[index]! })))
    return { ...row, columns: parts.map(({ column }) => column), values: parts.map(({ value }) => value) }
  })
  const scale = Math.max(...pieces.map(({ cost }) => -cost))
  const program = openProgram(
    solver,
    {
      cost: pieces.map(({ cost }) => (cost / scale) * 1000),
      lower: pieces.map(() => 0),
      upper: pieces.map(({ length }) => length),
    },
    rows,
  )
  try {
    if (program.solve() !== 'optimal') throw new Error('the outline has no greatest product')
    const { colValue } = program.model.getSolution()
    const seats = new Float64Array(caps.length)
    pieces.forEach(({ type }, index) => (seats[type]! += Math.max(0, colValue[index]!)))
    for (const type of open) seats[type] = Math.max(seats[type]!, around[type]! * 1e-6)
    return seats
  } finally {
    program.dispose()
  }
}
