import type { Climb } from './climb-panel.ts'
import type { Panel } from './panel-rows.ts'
import type { Pricer } from './price-panel.ts'
import type { Problem } from './sort-into-types.ts'
import { openProgram, type Solver } from './solver.ts'
import { pause, type Watch } from './watch.ts'

/** How many people of each type a lottery shall seat on average: at least `lower`, at most `upper` where that is given. */
export interface Target {
  readonly lower: Float64Array
  readonly upper?: Float64Array
}

/** What holds for every panel, hence for every lottery: the weighted sum of its seats is at most `most`. */
export interface Cut {
  readonly weights: Float64Array
  readonly most: number
}

export type Split =
  | { readonly kind: 'inside'; readonly panels: readonly Panel[]; readonly shares: readonly number[] }
  | { readonly kind: 'outside'; readonly cuts: readonly Cut[]; readonly shortfall: number }

export interface Splitter {
  /** A panel to build lotteries from; false where it is known. */
  add(panel: Panel): boolean
  readonly panels: readonly Panel[]
  split(target: Target, watch: Watch): Promise<Split>
  dispose(): void
}

/** Differences in a person's probability below this are rounding. */
export const rounding = 1e-8

/**
 * Writes a target as a lottery over panels, or proves with cuts that no lottery reaches it: column generation on
 * min s, sum p = 1, sum_C x_t(C) p_C + n_t s >= lower_t, sum_C x_t(C) p_C - n_t s <= upper_t. Its duals y price the next panel, and where the best
 * panel is worth less under y than the target is, y is the cut.
 * @param banded whether targets will have an upper end
 */
export function openSplitter(solver: Solver, problem: Problem, pricer: Pricer, climb: Climb, banded = false): Splitter {
  const size = problem.types.length
  const people = Float64Array.from(problem.types, (type) => type.people.length)
  const types = Array.from({ length: size }, (_, type) => type)
  const rows = [
    ...types.map((type) => ({ lower: 0, upper: Number.POSITIVE_INFINITY, columns: [0], values: [people[type]!] })),
    ...(banded ? types.map((type) => ({ lower: Number.NEGATIVE_INFINITY, upper: 0, columns: [0], values: [-people[type]!] })) : []),
    { lower: 1, upper: 1, columns: [], values: [] },
  ]
  const sumRow = rows.length - 1
  const columns = { cost: [1], lower: [0], upper: [Number.POSITIVE_INFINITY] }
  const program = openProgram(solver, columns, rows, { simplex_strategy: 4, presolve: 'off' })
  const panels: Panel[] = []
  const known = new Set<string>()
  let herded = false

  const add = (panel: Panel): boolean => {
    const key = panel.join(',')
    if (known.has(key)) return false
    known.add(key)
    panels.push(panel)
    const seated = types.filter((type) => panel[type]! > 0)
    const indices = [...seated, ...(banded ? seated.map((type) => size + type) : []), sumRow]
    const values = [...seated, ...(banded ? seated : [])].map((type) => panel[type]!)
    program.model.addCol(0, 0, Number.POSITIVE_INFINITY, { indices, values: [...values, 1] })
    return true
  }

  const aimAt = ({ lower, upper }: Target): void => {
    const open = Number.POSITIVE_INFINITY
    program.model.changeRowsBounds(
      { kind: 'range', from: 0, to: size - 1 },
      lower,
      lower.map(() => open),
    )
    if (!banded) return
    const most = upper ?? lower.map(() => open)
    program.model.changeRowsBounds(
      { kind: 'range', from: size, to: 2 * size - 1 },
      most.map(() => -open),
      most,
    )
  }

  const worth = (weights: Float64Array, panel: Panel): number => {
    let sum = 0
    for (let type = 0; type < size; type++) if (panel[type] !== 0) sum += weights[type]! * panel[type]!
    return sum
  }

  return {
    add,
    panels,
    dispose: () => program.dispose(),
    async split(target, watch) {
      if (panels.length === 0) throw new RangeError('a splitter needs a first panel')
      aimAt(target)
      herd(target)
      const cuts: Cut[] = []
      for (let round = 0; ; round++) {
        if (program.solve() !== 'optimal') throw new Error('the program over panels has no optimum')
        const { colValue, rowDual } = program.model.getSolution()
        const shortfall = program.value()
        if (shortfall <= rounding / 10) return lotteryOf(colValue)
        await pause(watch, { stage: 'panels', done: panels.length })
        const weights = new Float64Array(size)
        let required = 0
        for (const type of types) {
          const low = Math.max(0, rowDual[type]!)
          const high = banded ? Math.min(0, rowDual[size + type]!) : 0
          weights[type] = low + high
          required += low * target.lower[type]! + (high === 0 ? 0 : high * target.upper![type]!)
        }
        const price = -rowDual[sumRow]!
        if (climbFrom(startsOf(colValue, weights), weights, price)) continue
        const best = pricer.best(weights)
        if (!best) throw new Error('a pool with a panel has none any more')
        const proven = required - best.bound
        if (proven > rounding / 100) cuts.push({ weights, most: best.bound })
        const better = best.value > price + 1e-10 && add(best.panel)
        if (better && proven < shortfall / 2) continue
        if (proven > rounding / 2 && cuts.length > 0) return { kind: 'outside', cuts, shortfall }
        if (better) continue
        // No panel is missing any more: what is left is the distance itself.
        return shortfall <= 10 * rounding ? lotteryOf(colValue) : { kind: 'outside', cuts, shortfall }
      }
    },
  }

  /**
   * Panels whose mean comes near the target: each is climbed to where the ones before leave most to be desired (herding; Welling, ICML 2009). They are
   * what the program needs to begin with; what it needs besides it prices itself.
   */
  function herd({ lower, upper }: Target): void {
    const wanted = Float64Array.from(lower, (low, type) => (upper ? (low + upper[type]!) / 2 : low))
    const missing = Float64Array.from(wanted)
    let last = panels.at(-1)!
    for (let step = 0; step < (herded ? 20 : Math.min(2 * size, 200)); step++) {
      last = climb(
        last,
        missing.map((seats, type) => seats / people[type]!),
      )
      add(last)
      for (const type of types) missing[type]! += wanted[type]! - last[type]!
    }
    herded = true
  }

  /** Some of the panels in use, which are worth as much as the program pays. */
  function startsOf(solution: Float64Array, weights: Float64Array): Panel[] {
    const used = panels.filter((_, index) => solution[index + 1]! > 1e-9)
    const worths = used.map((panel) => worth(weights, panel))
    const best = used[worths.indexOf(Math.max(...worths))]!
    const some = Math.max(3, Math.floor(size / 20))
    const step = Math.max(1, Math.floor(used.length / some))
    return [...new Set([best, ...used.filter((_, index) => (index + panels.length) % step === 0).slice(0, some)])]
  }

  function climbFrom(starts: readonly Panel[], weights: Float64Array, price: number): boolean {
    let found = false
    for (const start of starts) {
      const panel = climb(start, weights)
      if (worth(weights, panel) > price + 1e-9 && add(panel)) found = true
    }
    return found
  }

  function lotteryOf(solution: Float64Array): Split {
    const used = panels.flatMap((panel, index) => (solution[index + 1]! > 1e-12 ? [{ panel, share: solution[index + 1]! }] : []))
    const sum = used.reduce((total, { share }) => total + share, 0)
    return { kind: 'inside', panels: used.map(({ panel }) => panel), shares: used.map(({ share }) => share / sum) }
  }
}
