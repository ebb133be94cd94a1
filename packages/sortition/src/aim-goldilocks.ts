import { openTypes, outlineRows, type Outline } from './outline.ts'
import { openProgram } from './solver.ts'
import type { Target } from './split-into-panels.ts'

/**
 * The band of probabilities [L, M] of an outline that minimises (n/k) M + gamma (k/n) / L: neither too great nor too small, which is what keeps a
 * lottery fair where people misreport (Baharav and Flanigan, "Fair, manipulation-robust, and transparent sortition", 2024, with gamma = 1).
 * 1/L is approached from below by tangents, one more at each solution.
 */
export function aimGoldilocks(outline: Outline, gamma = 1): Target {
  const { solver, problem, people, caps } = outline
  const open = openTypes(outline)
  const size = caps.length
  const [least, greatest, inverse] = [size, size + 1, size + 2]
  const even = problem.seats / open.reduce((sum, type) => sum + people[type]!, 0)
  // Probabilities are counted in units of the even one, so that every figure is near 1.
  const tangent = (at: number) => ({
    lower: 2 / at,
    upper: Number.POSITIVE_INFINITY,
    columns: [inverse, least],
    values: [1, 1 / (at * at)],
  })
  const rows = [
    ...outlineRows(outline),
    ...open.flatMap((type) => [
      { lower: 0, upper: Number.POSITIVE_INFINITY, columns: [type, least], values: [1, -people[type]! * even] },
      { lower: Number.NEGATIVE_INFINITY, upper: 0, columns: [type, greatest], values: [1, -people[type]! * even] },
    ]),
    ...[1, 0.5, 0.2, 0.05].map(tangent),
  ]
  const program = openProgram(
    solver,
    {
      cost: [...caps.map(() => 0), 0, 1, gamma],
      lower: [...caps.map(() => 0), 0, 0, 0],
      upper: [...caps, 1 / even, 1 / even, Number.POSITIVE_INFINITY],
    },
    rows,
    { presolve: 'off' },
  )
  try {
    for (let round = 0; round < 200; round++) {
      if (program.solve() !== 'optimal') throw new Error('the outline has no narrowest band')
      const { colValue } = program.model.getSolution()
      const low = Math.max(colValue[least]!, 1e-6)
      const band = (edge: number) => caps.map((cap, type) => (cap > 0 ? edge * even * people[type]! : 0))
      const target = { lower: band(low), upper: band(colValue[greatest]!) }
      if (1 / low - colValue[inverse]! <= 1e-8 / low) return target
      const { lower, upper, columns, values } = tangent(low)
      program.model.addRow(lower, upper, { indices: columns, values })
    }
    throw new Error('the tangents of 1/L did not close')
  } finally {
    program.dispose()
  }
}
