// The only file that knows HiGHS (https://highs.dev, in WebAssembly). Everything here minimises.
import * as highs from 'highs'
import type { Highs, InitOptions, Model } from 'highs'

/** A loaded HiGHS; one per worker. */
export type Solver = Highs
export type SolverOptions = InitOptions

/**
 * Loads the solver (3.5 MB of WebAssembly). In a browser pass `locateFile` or `wasmBinary` where the bundler does not place `highs.wasm` by itself.
 */
export async function loadSolver(options?: SolverOptions): Promise<Solver> {
  // The package declares the types of its CommonJS half only; Node and bundlers hand out the ES half, whose default is the loader.
  const load = highs.default as unknown as (options?: SolverOptions) => Promise<Solver>
  return load(options)
}

export interface Row {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

export interface Columns {
  readonly cost: readonly number[] | Float64Array
  readonly lower: readonly number[] | Float64Array
  readonly upper: readonly number[] | Float64Array
  /** Whether all are whole numbers, or which. */
  readonly whole?: boolean | readonly boolean[]
}

export type Outcome = 'optimal' | 'infeasible' | 'limit'

export interface Program {
  readonly model: Model
  solve(): Outcome
  value(): number
  /** What the optimum cannot be below, gaps of branch and bound included. */
  bound(): number
  dispose(): void
}

/** A program that stays in the solver, to be changed and solved again. Dispose of it: nothing else frees it. */
export function openProgram(
  solver: Solver,
  columns: Columns,
  rows: readonly Row[],
  options: Record<string, number | string | boolean> = {},
): Program {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => (starts[index + 1] = starts[index]! + row.columns.length))
  const { whole = false } = columns
  const numCols = columns.cost.length
  const mixed = whole !== false
  const model = solver.createModel({
    numCols,
    numRows: rows.length,
    colCost: Float64Array.from(columns.cost),
    colLower: Float64Array.from(columns.lower),
    colUpper: Float64Array.from(columns.upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.values)),
    },
    ...(mixed ? { integrality: Int32Array.from({ length: numCols }, (_, index) => (whole === true || whole[index] ? 1 : 0)) } : {}),
  })
  model.options.set({
    output_flag: false,
    random_seed: 0,
    primal_feasibility_tolerance: 1e-9,
    dual_feasibility_tolerance: 1e-9,
    ...(mixed ? { mip_rel_gap: 0, mip_abs_gap: 1e-9 } : { solver: 'simplex' }),
    ...options,
  })
  return {
    model,
    solve() {
      const { modelStatus } = model.run()
      const known = solver.constants.modelStatus
      if (modelStatus === known.optimal) return 'optimal'
      if (modelStatus === known.infeasible || modelStatus === known.unboundedOrInfeasible) return 'infeasible'
      if (modelStatus === known.solutionLimit || modelStatus === known.timeLimit || modelStatus === known.interrupted) return 'limit'
      throw new Error(`the solver ended with status ${modelStatus}`)
    },
    value: () => model.getObjectiveValue(),
    bound: () => (mixed ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue()),
    dispose: () => model.dispose(),
  }
}
