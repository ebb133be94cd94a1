import { checkQuotas, type QuotaConflict } from './check-quotas.ts'
import { costOfQuotas, type QuotaCost } from './cost-of-quotas.ts'
import { findDistribution, type Distribution, type Rule } from './find-distribution.ts'
import { commitTo, makeLegacyLottery, makeLottery, type Lottery } from './lottery.ts'
import { readCategories } from './read-categories.ts'
import { readRespondents, type Respondents } from './read-respondents.ts'
import { relaxQuotas, type Relaxation } from './relax-quotas.ts'
import { reportOn, probabilitiesOf, type Report } from './report.ts'
import { sortIntoTypes } from './sort-into-types.ts'
import type { Solver } from './solver.ts'
import type { Watch } from './watch.ts'

/** A draw as a clerk orders it: texts of two files and what to do with them. */
export interface DrawOrder {
  readonly respondents: string
  readonly categories: string
  readonly seats: number
  readonly rule?: Rule | 'legacy'
  /** Over how many panels the lottery goes; 1000 by default. */
  readonly panels?: number
  /** Columns of the address, for at most one person per household. */
  readonly addressColumns?: readonly string[]
  /** Rows of people who have their seat already, and of people who must not be drawn: a replacement draw for those who left. */
  readonly chosen?: readonly number[]
  readonly excluded?: readonly number[]
  /** Also compute what each quota costs in fairness. */
  readonly costs?: boolean
  /** Names of the files, for messages. */
  readonly respondentsFile?: string
  readonly categoriesFile?: string
}

/** All ways a draw can end that are nobody's mistake. */
export type DrawOutcome =
  | {
      readonly kind: 'lottery'
      readonly respondents: Respondents
      /** Probability of every respondent, `probabilities[0]` that of row 1. */
      readonly probabilities: Float64Array
      readonly lottery: Lottery
      /** To be published before anybody knows the seed. */
      readonly commitment: string
      readonly report: Report & { readonly costs?: readonly QuotaCost[] }
    }
  | { readonly kind: 'impossible'; readonly conflicts: readonly QuotaConflict[]; readonly relaxation: Relaxation }
  /** The greedy rule found no panel, though there are some. */
  | { readonly kind: 'gave up' }

/**
 * Reads the files, finds the rule's optimal lottery, rounds it to panels of people. Drawing from it is `drawPanel`.
 * @throws FileFault for files that cannot be used @throws RangeError for nonsense in the numbers
 */
export async function prepareDraw(solver: Solver, order: DrawOrder, watch: Watch = {}): Promise<DrawOutcome> {
  const { rule = 'leximin', panels = 1000, seats, chosen = [], excluded = [] } = order
  const quotas = readCategories(order.categories, order.categoriesFile)
  const respondents = readRespondents(order.respondents, quotas, {
    ...(order.respondentsFile === undefined ? {} : { file: order.respondentsFile }),
    ...(order.addressColumns === undefined ? {} : { addressColumns: order.addressColumns }),
  })
  const { pool } = respondents
  const problem = sortIntoTypes(pool, { seats, chosen, excluded })
  const conflicts = checkQuotas(problem)
  if (conflicts.length > 0) return { kind: 'impossible', conflicts, relaxation: relaxQuotas(solver, problem) }
  let distribution: Distribution
  let lottery: Lottery
  if (rule === 'legacy') {
    const made = makeLegacyLottery(problem, panels)
    if (!made) {
      const relaxation = relaxQuotas(solver, problem)
      return relaxation.kind === 'relaxed' && relaxation.changes.length === 0
        ? { kind: 'gave up' }
        : { kind: 'impossible', conflicts, relaxation }
    }
    distribution = made.distribution
    lottery = made.lottery
  } else {
    const found = await findDistribution(solver, problem, rule, watch)
    if (found.kind === 'impossible') return { kind: 'impossible', conflicts, relaxation: relaxQuotas(solver, problem) }
    distribution = found
    lottery = makeLottery(found, panels)
  }
  const costs = order.costs ? await costOfQuotas(solver, pool, { seats, chosen, excluded }, watch) : undefined
  return {
    kind: 'lottery',
    respondents,
    probabilities: probabilitiesOf(distribution),
    lottery,
    commitment: commitTo(lottery),
    report: { ...reportOn(distribution, lottery), ...(costs ? { costs } : {}) },
  }
}
