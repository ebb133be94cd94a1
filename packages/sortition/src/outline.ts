import { panelRows } from './panel-rows.ts'
import type { Problem } from './sort-into-types.ts'
import type { Row, Solver } from './solver.ts'
import type { Cut } from './split-into-panels.ts'

/**
 * A polytope around the expected seats per type of all lotteries: the quotas read as conditions on averages, and the cuts found so far. What is
 * best in the outline and is a lottery too is best among lotteries: that is the proof every rule here rests on.
 */
export interface Outline {
  readonly solver: Solver
  readonly problem: Problem
  /** People per type. */
  readonly people: Float64Array
  /** Most expected seats per type; 0 for types that are in no panel. */
  readonly caps: Float64Array
  readonly cuts: readonly Cut[]
}

/** Rows over one variable per type (its expected seats), in the order of types. */
export function outlineRows({ problem, cuts }: Outline): Row[] {
  return [
    ...panelRows(problem),
    ...cuts.map(({ weights, most }) => {
      const scale = weights.reduce((greatest, weight) => Math.max(greatest, Math.abs(weight)), 0)
      const columns = [...weights.keys()].filter((type) => Math.abs(weights[type]!) > scale * 1e-9)
      return {
        lower: Number.NEGATIVE_INFINITY,
        upper: most / scale,
        columns,
        values: columns.map((type) => weights[type]! / scale),
      }
    }),
  ]
}

/** Types somebody can be drawn from. */
export function openTypes({ caps }: Outline): number[] {
  return [...caps.keys()].filter((type) => caps[type]! > 0)
}
