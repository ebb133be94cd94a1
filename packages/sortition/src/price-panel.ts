import { isPanel, panelRows, type Panel } from './panel-rows.ts'
import type { Problem } from './sort-into-types.ts'
import { openProgram, type Solver } from './solver.ts'

export interface Priced {
  readonly panel: Panel
  /** Sum of weights of the panel found. */
  readonly value: number
  /** No panel is worth more than this. */
  readonly bound: number
}

export interface Pricer {
  /** The panel with the greatest sum of weights (one weight per person of a type), or undefined where no panel keeps the quotas. */
  best(weights: Float64Array): Priced | undefined
  /** How many integer programs were solved. */
  readonly calls: number
  dispose(): void
}

/** Branch and bound over panels; exact up to 1e-9 of the greatest weight. */
export function openPricer(solver: Solver, problem: Problem): Pricer {
  const size = problem.types.length
  const program = openProgram(
    solver,
    { cost: new Float64Array(size), lower: new Float64Array(size), upper: problem.types.map((type) => type.most), whole: true },
    panelRows(problem),
    { mip_abs_gap: 1e-9, mip_feasibility_tolerance: 1e-9 },
  )
  let calls = 0
  return {
    get calls() {
      return calls
    },
    best(weights) {
      calls++
      if (size === 0) return problem.seats === 0 ? { panel: new Int32Array(0), value: 0, bound: 0 } : undefined
      const scale = Math.max(...weights.map(Math.abs)) || 1
      program.model.changeColsCost(
        { kind: 'range', from: 0, to: size - 1 },
        weights.map((weight) => -weight / scale),
      )
      if (program.solve() !== 'optimal') return undefined
      const panel = Int32Array.from(program.model.getSolution().colValue, (count) => Math.round(count))
      if (!isPanel(problem, panel)) throw new Error(`the solver's panel breaks a quota: ${panel.join(',')}`)
      let value = 0
      for (let type = 0; type < size; type++) value += weights[type]! * panel[type]!
      const bound = -program.bound() * scale
      return { panel, value, bound: Number.isFinite(bound) ? Math.max(value, bound) : value + scale * 1e-9 }
    },
    dispose: () => program.dispose(),
  }
}
