import type { Election } from './election.ts'
import { findBudgets } from './find-budgets.ts'
import type { GreedyOutcome } from './fund-greedily.ts'
import type { LoadOutcome } from './balance-loads.ts'
import { payPurchases, pursesAtFirst, type Purchase } from './pay-purchases.ts'
import { placesOfIds } from './outcome.ts'
import { prepareMarket, type EqualSharesOptions, type EqualSharesOutcome } from './share-equally.ts'

/** Why a project was funded or not. Amounts in the currency. `sayWhy` puts it into a sentence. */
export interface Explanation {
  readonly project: string
  readonly name?: string
  readonly cost: number
  /** Voters who support it. */
  readonly votes: number
  readonly funded: boolean
  readonly why: Why
}

export type Why =
  /** Equal shares: its supporters paid for it, in this round. */
  | ({ readonly kind: 'bought'; readonly round: number } & Omit<Purchase, 'project'>)
  /**
   * Equal shares: what its supporters had left at the end did not pay for it. `missing` in all and for each of them; `spentOn`: what they
   * had paid for instead, the largest amount first. `boughtAt`: a budget (shared out among the voters in the same way) at which they would
   * have bought it, while an increment less per voter would not do.
   */
  | {
      readonly kind: 'short'
      readonly moneyLeft: number
      readonly missing: number
      readonly missingEach: number
      readonly spentOn: readonly { readonly project: string; readonly amount: number }[]
      readonly boughtAt?: { readonly endowment: number; readonly budget: number }
    }
  /** Added by votes after equal shares, or funded by the greedy rule: it still fitted into what was left. */
  | { readonly kind: 'fitted'; readonly turn: number; readonly left: number }
  /** Greedy: at its turn it cost more than was left; it stands after the project that ended it; it has too few votes. */
  | { readonly kind: 'did-not-fit'; readonly turn: number; readonly left: number }
  | { readonly kind: 'after-the-end'; readonly turn: number }
  | { readonly kind: 'below-threshold' }
  /** Phragmén: its supporters could pay when every voter had received this much; or they never could before the rule ended. */
  | { readonly kind: 'paid-at'; readonly load: number }
  | { readonly kind: 'not-in-time'; readonly left: number }
  /** Whatever the rule. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'dearer-than-budget' }
  /** The comparison step took the outcome that more voters prefer, and this project is in it, or is not. */
  | { readonly kind: 'comparison' }

export interface ExplainOptions extends EqualSharesOptions {
  /** Look for the budget at which each loser would have been bought; needs many runs. True if left out. */
  readonly budgets?: boolean
  /** Told how many runs the search for budgets has taken. */
  readonly onSearch?: (runs: number) => void
}

/**
 * Explains every project of an outcome of `shareEqually`.
 * @param options those with which the outcome was computed
 */
export function explainShares(election: Election, outcome: EqualSharesOutcome, options: ExplainOptions = {}): readonly Explanation[] {
  const { kinds, step, market } = prepareMarket(election, outcome.utility, options)
  const { unit, voters, start, kind, size, cost } = kinds
  const run = market(kinds.budget + outcome.raises * step)
  const paid = payPurchases(kinds, run)
  const taken = outcome.comparison?.taken === 'greedy'
  const added = new Set(placesOfIds(election, outcome.added))
  const budgets = options.budgets === false || taken ? undefined : findBudgets(kinds, market, run, step, options.onSearch)
  const purse = pursesAtFirst(kinds, run.pot)
  for (const [index, project] of run.bought.entries())
    for (const [offset, payment] of paid[index]!.payments.entries()) purse[kind[start[project]! + offset]!]! -= payment
  let left = kinds.budget - run.spent

  const shortOf = (place: number): Why => {
    const supporters = kind.subarray(start[place], start[place + 1])
    const backs = new Uint8Array(size.length)
    let money = 0
    for (const one of supporters) {
      backs[one] = 1
      money += size[one]! * Math.max(0, purse[one]!)
    }
    const spentOn = run.bought.map((project, index) => {
      let amount = 0
      for (const [offset, payment] of paid[index]!.payments.entries()) {
        const payer = kind[start[project]! + offset]!
        if (backs[payer]) amount += size[payer]! * payment
      }
      return { project: kinds.ids[project]!, amount: amount / unit }
    })
    const pot = budgets?.get(place)
    return {
      kind: 'short',
      moneyLeft: money / unit,
      missing: (cost[place]! - money) / unit,
      missingEach: (cost[place]! - money) / unit / kinds.votes[place]!,
      spentOn: spentOn.filter(({ amount }) => amount > 0).toSorted((one, other) => other.amount - one.amount),
      ...(pot !== undefined && { boughtAt: { endowment: pot / voters / unit, budget: pot / unit } }),
    }
  }
  const whys = new Map<number, Why>()
  for (const [round, { purchase }] of paid.entries()) {
    const { project: _, ...rest } = purchase
    whys.set(run.bought[round]!, { kind: 'bought', round: round + 1, ...rest })
  }
  for (const [turn, place] of [...added].entries()) {
    whys.set(place, { kind: 'fitted', turn: turn + 1, left: left / unit })
    left -= cost[place]!
  }
  return explained(election, kinds.votes, outcome.winners, (place) => {
    if (taken) return { kind: 'comparison' }
    return whys.get(place) ?? shortOf(place)
  })
}

/** Explains every project of an outcome of `fundGreedily`. */
export function explainGreedy(election: Election, outcome: GreedyOutcome): readonly Explanation[] {
  const turns = new Map(outcome.turns.map((turn, index) => [turn.project, { ...turn, turn: index + 1 }]))
  const votes = election.projects.map(({ id }) => turns.get(id)!.votes)
  return explained(election, votes, outcome.winners, (place) => {
    const { result, turn, left } = turns.get(election.projects[place]!.id)!
    if (result === 'funded') return { kind: 'fitted', turn, left }
    if (result === 'does-not-fit') return { kind: 'did-not-fit', turn, left }
    return result === 'after-the-end' ? { kind: 'after-the-end', turn } : { kind: result }
  })
}

/** Explains every project of an outcome of `balanceLoads`. */
export function explainLoads(election: Election, outcome: LoadOutcome): readonly Explanation[] {
  const votes = new Float64Array(election.projects.length)
  for (const { choices, points } of election.ballots)
    for (const [position, place] of choices.entries()) if ((points?.[position] ?? 1) > 0) votes[place]!++
  const loads = new Map(outcome.winners.map((id, index) => [id, outcome.loads[index]!]))
  return explained(election, votes, outcome.winners, (place) => {
    const load = loads.get(election.projects[place]!.id)
    return load === undefined ? { kind: 'not-in-time', left: outcome.budget - outcome.cost } : { kind: 'paid-at', load }
  })
}

/** Winners in their order, then the losers from the most votes down. */
function explained(
  election: Election,
  votes: ArrayLike<number>,
  winners: readonly string[],
  whyOf: (place: number) => Why,
): readonly Explanation[] {
  const won = placesOfIds(election, winners)
  const lost = election.projects.map((_, place) => place).filter((place) => !won.includes(place))
  lost.sort((one, other) => votes[other]! - votes[one]!)
  return [...won, ...lost].map((place) => {
    const { id, name, cost } = election.projects[place]!
    const funded = won.includes(place)
    const why: Why =
      votes[place] === 0 ? { kind: 'unsupported' } : !funded && cost > election.budget ? { kind: 'dearer-than-budget' } : whyOf(place)
    return { project: id, ...(name !== undefined && { name }), cost, votes: votes[place]!, funded, why }
  })
}
