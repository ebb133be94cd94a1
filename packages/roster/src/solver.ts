// The only file that knows HiGHS (https://highs.dev, in WebAssembly).
import * as highs from 'highs'
import type { Highs } from 'highs'

/** A loaded HiGHS; one per worker. */
export type Solver = Highs

/** Loads the solver (3.5 MB of WebAssembly). */
export async function loadSolver(): Promise<Solver> {
  // The package declares the types of its CommonJS half only; Node and bundlers hand out the ES half, whose default is the loader.
  const load = highs.default as unknown as () => Promise<Solver>
  return load()
}

/** A whole number between its bounds. */
export type Column = number
export type Terms = readonly (readonly [column: Column, factor: number])[]

interface Row {
  readonly terms: Terms
  readonly lower: number
  readonly upper: number
}

/**
 * A program in whole numbers that grows: each goal is minimised under everything said before, and its value then holds for the goals after it.
 * It starts from a solution that is known, so that there is always one to go back to when the time is over.
 */
export interface Program {
  column(upper: number, start: number): Column
  row(terms: Terms, lower: number, upper: number): void
  minimise(terms: Terms): number
  value(column: Column): number
  /** Whether every goal so far is proven to be as low as can be. */
  readonly proven: boolean
}

export function openProgram(solver: Solver, secondsLeft: () => number): Program {
  const uppers: number[] = []
  const rows: Row[] = []
  let best: number[] = []
  let proven = true
  const valueOf = (terms: Terms): number => terms.reduce((sum, [column, factor]) => sum + factor * best[column]!, 0)
  return {
    column: (upper, start) => {
      best.push(start)
      return uppers.push(upper) - 1
    },
    row: (terms, lower, upper) => void rows.push({ terms, lower, upper }),
    minimise(terms) {
      const found = solve(solver, { uppers, rows, goal: terms, start: best, seconds: secondsLeft() })
      if (found.values && keeps(found.values, rows)) best = found.values
      if (!found.proven) proven = false
      const value = valueOf(terms)
      rows.push({ terms, lower: Number.NEGATIVE_INFINITY, upper: value })
      return value
    },
    value: (column) => best[column]!,
    get proven() {
      return proven
    },
  }
}

interface Question {
  readonly uppers: readonly number[]
  readonly rows: readonly Row[]
  readonly goal: Terms
  readonly start: readonly number[]
  readonly seconds: number
}

function solve(solver: Solver, { uppers, rows, goal, start, seconds }: Question): { values?: number[]; proven: boolean } {
  if (goal.length === 0 || uppers.length === 0) return { proven: true }
  if (seconds <= 0) return { proven: false }
  const cost = new Float64Array(uppers.length)
  for (const [column, factor] of goal) cost[column] = cost[column]! + factor
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => (starts[index + 1] = starts[index]! + row.terms.length))
  const model = solver.createModel({
    numCols: uppers.length,
    numRows: rows.length,
    colCost: cost,
    colLower: new Float64Array(uppers.length),
    colUpper: Float64Array.from(uppers),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: uppers.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ terms }) => terms.map(([column]) => column))),
      values: Float64Array.from(rows.flatMap(({ terms }) => terms.map(([, factor]) => factor))),
    },
    integrality: new Int32Array(uppers.length).fill(1),
  })
  try {
    model.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds })
    model.setSolution({ colValue: Float64Array.from(start) })
    const { modelStatus } = model.run()
    const known = solver.constants.modelStatus
    if (modelStatus === known.infeasible) throw new Error('a program that starts from a solution has none')
    const values = Array.from(model.getSolution().colValue, Math.round)
    return { ...(values.length === uppers.length ? { values } : {}), proven: modelStatus === known.optimal }
  } finally {
    model.dispose()
  }
}

/** Whether whole numbers keep every row: a search that was cut short may hand back something else. */
function keeps(values: readonly number[], rows: readonly Row[]): boolean {
  return rows.every(({ terms, lower, upper }) => {
    const sum = terms.reduce((so, [column, factor]) => so + factor * values[column]!, 0)
    return sum >= lower - 1e-6 && sum <= upper + 1e-6
  })
}
