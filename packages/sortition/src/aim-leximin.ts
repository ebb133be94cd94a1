import { openTypes, outlineRows, type Outline } from './outline.ts'
import { openProgram } from './solver.ts'
import type { Target } from './split-into-panels.ts'

/**
 * The leximin point of an outline: the smallest probability as great as can be, then the second smallest, and so on. One program per level
 * (max z with every type not yet settled at z or more); a type whose row has a positive dual is at z in every optimum (complementary slackness;
 * Pelessoni 1998, Flanigan et al., Nature 2021) and is settled there.
 */
export function aimLeximin(outline: Outline): Target {
  return { lower: levels(outline, Number.POSITIVE_INFINITY).seats }
}

/** The greatest smallest probability; everything above it is left to the lottery. */
export function aimMaximin(outline: Outline): Target {
  const { least } = levels(outline, 1)
  return { lower: outline.caps.map((cap, type) => (cap > 0 ? least * outline.people[type]! : 0)) }
}

function levels(outline: Outline, most: number): { seats: Float64Array; least: number } {
  const { solver, caps, people } = outline
  const size = caps.length
  const rows = outlineRows(outline)
  const first = rows.length
  const open = openTypes(outline)
  const settles = open.map((type) => ({ lower: 0, upper: Number.POSITIVE_INFINITY, columns: [type, size], values: [1, -people[type]!] }))
  const program = openProgram(
    solver,
    {
      cost: [...caps.map(() => 0), -1],
      lower: [...caps.map(() => 0), 0],
      upper: [...caps, 1],
    },
    [...rows, ...settles],
    { presolve: 'off' },
  )
  try {
    let unsettled = open.map((_, index) => index)
    let least = Number.NaN
    let seats = new Float64Array(size)
    for (let level = 0; level < most && unsettled.length > 0; level++) {
      if (program.solve() !== 'optimal') throw new Error(`level ${level + 1} of leximin has no optimum`)
      const { colValue, rowDual } = program.model.getSolution()
      const probability = colValue[size]!
      if (level === 0) least = probability
      seats = colValue.slice(0, size)
      // Duals times people sum to 1 over the unsettled, unless nothing but the end of probabilities at 1 stops them.
      const shares = new Map(unsettled.map((index) => [index, rowDual[first + index]! * people[open[index]!]!]))
      const tight = unsettled.filter((index) => shares.get(index)! > 1e-7)
      const settled = new Set(tight.length > 0 && probability < 1 - 1e-12 ? tight : unsettled)
      for (const index of settled) {
        program.model.changeCoefficient(first + index, size, 0)
        program.model.changeRowBounds(first + index, probability * people[open[index]!]!, Number.POSITIVE_INFINITY)
      }
      unsettled = unsettled.filter((index) => !settled.has(index))
    }
    return { seats: seats.map((count, type) => Math.min(caps[type]!, Math.max(0, count))), least }
  } finally {
    program.dispose()
  }
}
