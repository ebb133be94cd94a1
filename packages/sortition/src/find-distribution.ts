import { aimGoldilocks } from './aim-goldilocks.ts'
import { aimLeximin, aimMaximin } from './aim-leximin.ts'
import { aimNash } from './aim-nash.ts'
import { makeClimb, type Climb } from './climb-panel.ts'
import type { Outline } from './outline.ts'
import { isPanel, type Panel } from './panel-rows.ts'
import { openPricer, type Pricer } from './price-panel.ts'
import { seededRandom } from './random.ts'
import type { Problem } from './sort-into-types.ts'
import type { Solver } from './solver.ts'
import { openSplitter, type Cut, type Splitter, type Target } from './split-into-panels.ts'
import { pause, type Watch } from './watch.ts'

/** Rules with an optimal lottery. */
export const rules = ['leximin', 'maximin', 'nash', 'goldilocks'] as const
export type Rule = (typeof rules)[number]

/** A lottery over panels of types, and what it gives everybody. */
export interface Distribution {
  readonly kind: 'lottery'
  readonly rule: Rule | 'legacy'
  readonly problem: Problem
  readonly panels: readonly Panel[]
  /** Probability of each panel; sums to 1. */
  readonly shares: readonly number[]
  /** Probability of each person of a type. */
  readonly chances: Float64Array
  /** Types that are in no panel that keeps the quotas: proven, not sampled. */
  readonly never: readonly number[]
  /** How the optimum was found: rounds of outline and split, cuts, integer programs. */
  readonly work: { readonly rounds: number; readonly cuts: number; readonly programs: number; readonly panels: number }
}

/** No panel keeps all quotas. `relaxQuotas` says which changes would do. */
export interface Impossible {
  readonly kind: 'impossible'
}

/** Rounds are few dozen at most; this many would mean that rounding goes in circles, which must end with a sentence. */
const mostRounds = 2000

const aims: Readonly<Record<Rule, (outline: Outline, previous?: Target) => Target>> = {
  leximin: aimLeximin,
  maximin: aimMaximin,
  nash: aimNash,
  goldilocks: (outline) => aimGoldilocks(outline),
}

/**
 * The optimal lottery of a rule, exact up to rounding (1e-8 in a probability). The rule's best point of an outline around all lotteries is split
 * into panels; where that cannot be done the proof is a cut, which is added to the outline. A point that can be split is the optimum.
 *
 * Sources: Flanigan, Gölz, Gupta, Hennig, Procaccia, "Fair algorithms for selecting citizens' assemblies", Nature 596 (2021) for the objectives and
 * the pricing of panels; Kelley, J. SIAM 8 (1960) for the cutting planes.
 * @throws the signal's reason where the watch ends the work
 */
export async function findDistribution(
  solver: Solver,
  problem: Problem,
  rule: Rule,
  watch: Watch = {},
): Promise<Distribution | Impossible> {
  const size = problem.types.length
  if (problem.seats === 0 || size === 0) {
    const nobody = new Int32Array(size)
    const never = problem.types.map((_, type) => type)
    if (!isPanel(problem, nobody)) return { kind: 'impossible' }
    return settle(problem, rule, [nobody], [1], never, { rounds: 0, cuts: 0, programs: 0, panels: 1 })
  }
  const pricer = openPricer(solver, problem)
  const climb = makeClimb(problem)
  const splitter = openSplitter(solver, problem, pricer, climb, rule === 'goldilocks')
  try {
    const never = await firstPanels(problem, pricer, climb, splitter, watch)
    if (!never) return { kind: 'impossible' }
    const shut = new Set(never)
    const outline = {
      solver,
      problem,
      people: Float64Array.from(problem.types, (type) => type.people.length),
      caps: Float64Array.from(problem.types, (type, index) => (shut.has(index) ? 0 : type.most)),
      cuts: [] as Cut[],
    }
    let target: Target | undefined
    for (let round = 1; ; round++) {
      await pause(watch, { stage: rule, done: round })
      target = aims[rule](outline, target)
      const split = await splitter.split(target, watch)
      if (split.kind === 'inside') {
        const work = { rounds: round, cuts: outline.cuts.length, programs: pricer.calls, panels: splitter.panels.length }
        return settle(problem, rule, split.panels, split.shares, never, work)
      }
      if (split.cuts.length === 0 || round === mostRounds) throw new Error(`${rule} stopped ${split.shortfall} short of its optimum`)
      outline.cuts.push(...split.cuts)
    }
  } finally {
    pricer.dispose()
    splitter.dispose()
  }
}

/** Panels that between them seat every type that can be seated. @returns the types that cannot, or undefined where there is no panel at all */
async function firstPanels(
  problem: Problem,
  pricer: Pricer,
  climb: Climb,
  splitter: Splitter,
  watch: Watch,
): Promise<number[] | undefined> {
  const size = problem.types.length
  const random = seededRandom('first panels')
  const first = pricer.best(Float64Array.from({ length: size }, () => 0.99 + random(1000) / 1e5))
  if (!first) return undefined
  const seated = new Float64Array(size)
  let last = first.panel
  const take = (panel: Panel) => {
    splitter.add(panel)
    panel.forEach((count, type) => (seated[type]! += count / problem.types[type]!.people.length))
    last = panel
  }
  take(first.panel)
  // Whoever was seated least weighs most: a few dozen climbs reach nearly everybody.
  for (let round = 0; round < 40; round++) {
    take(
      climb(
        last,
        Float64Array.from(seated, (count) => (1 + random(100) / 1000) / (0.02 + count)),
      ),
    )
  }
  const never: number[] = []
  for (let type = 0; type < size; type++) {
    if (seated[type]! > 0) continue
    await pause(watch, { stage: 'who can be chosen', done: type, of: size })
    const weights = new Float64Array(size)
    weights[type] = 1
    const best = pricer.best(weights)
    if (best && best.panel[type]! > 0) take(best.panel)
    else never.push(type)
  }
  return never
}

function settle(
  problem: Problem,
  rule: Rule,
  panels: readonly Panel[],
  shares: readonly number[],
  never: readonly number[],
  work: Distribution['work'],
): Distribution {
  return { kind: 'lottery', rule, problem, panels, shares, chances: chancesOf(problem, panels, shares), never, work }
}

/** Each person's probability by type: expected seats over people. */
export function chancesOf(problem: Problem, panels: readonly Panel[], shares: readonly number[]): Float64Array {
  return Float64Array.from(problem.types, ({ people }, type) => {
    const expected = panels.reduce((sum, panel, index) => sum + panel[type]! * shares[index]!, 0)
    return Math.min(1, expected / people.length)
  })
}
