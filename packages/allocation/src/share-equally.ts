import type { Tie, TieOptions } from './break-ties.ts'
import { openMarket, type Run } from './buy-shares.ts'
import { compareOutcomes, type Sides } from './compare-outcomes.ts'
import { toWhole } from './decimals.ts'
import { usualUtility, type Election, type Utility } from './election.ts'
import { fundGreedily, takeTurns } from './fund-greedily.ts'
import { groupVoters, type Kinds } from './group-voters.ts'
import { nameTies, type Outcome } from './outcome.ts'
import { payPurchases, type Purchase } from './pay-purchases.ts'

export interface EqualSharesOptions extends TieOptions {
  /** What suits the ballots if left out: `points` where they give points, else `cost`. */
  readonly utility?: Utility
  /**
   * Equal shares alone leaves much unspent. `add1` (if left out): everybody's endowment is raised by one `increment` at a time, and the last
   * result within the budget counts. `add1u`: what is left then goes to the projects with the most votes (or the highest score) that fit.
   * `none`: no completion.
   */
  readonly completion?: 'none' | 'add1' | 'add1u'
  /** Stop raising already when nothing more would fit. False if left out. */
  readonly exhaustive?: boolean
  /** By how much an endowment is raised, in the currency; 1 if left out. */
  readonly increment?: number
  /** Unequal endowments, by voter: see `weighTurnout`. */
  readonly weights?: readonly number[]
  /** The comparison step: where more voters strictly prefer the greedy outcome, that is taken. False if left out. */
  readonly compare?: boolean
  /** Told after every run; may throw to cancel. */
  readonly onProgress?: (progress: { readonly runs: number; readonly endowment: number; readonly cost: number }) => void
}

export interface EqualSharesOutcome extends Outcome {
  readonly rule: 'equal-shares'
  readonly utility: Utility
  /** What the average voter had to spend in the run that counts, and at first (budget / voters). */
  readonly endowment: number
  readonly firstEndowment: number
  /** By how many increments endowments were raised in the run that counts, how often the method was run, and why raising ended. */
  readonly raises: number
  readonly runs: number
  readonly ended: 'not-raised' | 'over-budget' | 'exhausted' | 'all-bought'
  /** Who paid what, in order. Empty where the comparison step took the greedy outcome. */
  readonly purchases: readonly Purchase[]
  /** Winners that the completion by votes added. */
  readonly added: readonly string[]
  /** With the comparison step: how many voters prefer which outcome, and which was taken. */
  readonly comparison?: { readonly preferEqualShares: number; readonly preferGreedy: number; readonly taken: 'equal-shares' | 'greedy' }
}

/**
 * The Method of Equal Shares: the budget is divided equally among the voters, and a project is bought when its supporters can pay for it
 * together, the one that costs them least per utility first. Every group of voters thereby decides about its share of the money.
 * Source: Peters, Pierczyński, Skowron (arXiv 2008.13276); completions as on equalshares.net.
 * @throws RangeError for what is no election, a utility its ballots do not give, or weights that fit no voters
 */
export function shareEqually(election: Election, options: EqualSharesOptions = {}): EqualSharesOutcome {
  const utility = options.utility ?? usualUtility(election)
  const { kinds, run, raises, runs, ended } = raiseEndowments(election, utility, options)
  const { unit, ids, cost } = kinds
  const endowment = (pot: number) => (kinds.voters === 0 ? 0 : pot / kinds.voters / unit)
  const ties: Tie[] = [...run.ties]
  const added: number[] = []
  if (options.completion === 'add1u') {
    const filled = takeTurns(kinds, completionOrder(utility), options, run.bought)
    added.push(...filled.turns.flatMap(({ project, result }) => (result === 'funded' ? [project] : [])))
    ties.push(...filled.ties)
  }
  const winners = [...run.bought, ...added]
  const outcome: EqualSharesOutcome = {
    rule: 'equal-shares',
    winners: winners.map((place) => ids[place]!),
    cost: winners.reduce((sum, place) => sum + cost[place]!, 0) / unit,
    budget: election.budget,
    utility,
    endowment: endowment(run.pot),
    firstEndowment: endowment(kinds.budget),
    raises,
    runs,
    ended,
    purchases: payPurchases(kinds, run).map(({ purchase }) => purchase),
    added: added.map((place) => ids[place]!),
    ties: nameTies(election, ties),
  }
  return options.compare ? preferred(election, outcome, options) : outcome
}

/** What the completion by votes sorts by. */
export const completionOrder = (utility: Utility): 'votes' | 'score' =>
  utility === 'cost' || utility === 'cardinality' ? 'votes' : 'score'

/** A market for this election, and by how much its pot rises per increment (smallest units times voters). */
export function prepareMarket(election: Election, utility: Utility, options: EqualSharesOptions) {
  const { increment = 1, weights } = options
  if (!(increment > 0)) throw new RangeError(`the increment is no amount above 0: ${increment}`)
  const kinds = groupVoters(election, { utility, amounts: [increment], ...(weights && { weights }) })
  const step = toWhole(increment, Math.round(Math.log10(kinds.unit))) * kinds.voters
  // What is dearer than the whole budget can never be funded; it does not take part, whatever the endowments are raised to.
  const allowed = Uint8Array.from(kinds.cost, (cost) => (cost <= kinds.budget ? 1 : 0))
  return { kinds, step, allowed, market: openMarket(kinds, options, allowed) }
}

/** Runs the method on rising endowments. Every step is run: the result is not monotone in the endowment, so none may be jumped over. */
function raiseEndowments(election: Election, utility: Utility, options: EqualSharesOptions) {
  const { completion = 'add1', exhaustive = false, onProgress } = options
  const { kinds, step, allowed, market } = prepareMarket(election, utility, options)
  const supported = kinds.votes.reduce((count, votes, place) => count + (votes > 0 && allowed[place] ? 1 : 0), 0)
  let run = market(kinds.budget)
  let raises = 0
  let runs = 1
  const told = ({ pot, spent }: Run) =>
    onProgress?.({ runs, endowment: pot / Math.max(1, kinds.voters) / kinds.unit, cost: spent / kinds.unit })
  const answer = (ended: EqualSharesOutcome['ended']) => ({ kinds, run, raises, runs, ended })
  told(run)
  if (completion === 'none') return answer('not-raised')
  for (;;) {
    if (run.bought.length === supported) return answer('all-bought')
    if (exhaustive && isExhaustive(kinds, run)) return answer('exhausted')
    const next = market(run.pot + step)
    runs++
    told(next)
    if (next.spent > kinds.budget) return answer('over-budget')
    run = next
    raises++
  }
}

/** True where no further project that anybody supports would fit into the budget. */
function isExhaustive({ cost, votes, budget }: Kinds, { bought, spent }: Run): boolean {
  const taken = new Set(bought)
  return cost.every((asked, place) => taken.has(place) || votes[place] === 0 || asked > budget - spent)
}

function preferred(election: Election, outcome: EqualSharesOutcome, options: EqualSharesOptions): EqualSharesOutcome {
  const { ties, seed } = options
  const greedy = fundGreedily(election, {
    by: completionOrder(outcome.utility),
    utility: outcome.utility,
    ...(ties && { ties }),
    ...(seed !== undefined && { seed }),
  })
  const { all }: Sides = compareOutcomes(election, outcome.winners, greedy.winners, { utility: outcome.utility })
  const comparison = { preferEqualShares: all.preferOne, preferGreedy: all.preferOther }
  if (all.preferOther <= all.preferOne) return { ...outcome, comparison: { ...comparison, taken: 'equal-shares' } }
  return {
    ...outcome,
    winners: greedy.winners,
    cost: greedy.cost,
    ties: greedy.ties,
    purchases: [],
    added: [],
    comparison: { ...comparison, taken: 'greedy' },
  }
}
