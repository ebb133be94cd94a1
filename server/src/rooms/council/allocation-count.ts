import type { AllocationRules } from '@ronghe/contract/council/allocation-rules.ts'
import type { Group } from '@ronghe/contract/values.ts'
import {
  balanceLoads,
  compareOutcomes,
  explainGreedy,
  explainLoads,
  explainShares,
  fundGreedily,
  readPb,
  shareEqually,
  utilityOf,
  type EqualSharesOutcome,
  type Explanation,
  type NamedTie,
  type PbFile,
  type Side,
} from '@ronghe/allocation'
import { payingOf, type Prices } from './allocation-effects.ts'

/** Everything a count says, before anything about groups is held back. Projects are named by their numbers. Amounts in yuan. */
export interface Count {
  readonly winners: readonly number[]
  readonly cost: number
  readonly explanations: readonly Explanation[]
  readonly ties: readonly NamedTie[]
  readonly endowment: { readonly first: number; readonly last: number } | null
  readonly prices: Prices | null
  readonly greedy: { readonly winners: readonly number[]; readonly cost: number }
  readonly sides: Readonly<Record<'all' | Group, Side | null>>
  /** Of the money spent, how much the ballots of each group paid or, under rules without purses, supported. */
  readonly money: Readonly<Record<Group, number>>
}

/** Counts a file of ballots by the rules of its round. Deterministic: whoever has the file and the rules gets the same. */
export function countBallots(text: string, rules: Pick<AllocationRules, 'sharing' | 'ties' | 'seed'>, groups: readonly Group[]): Count {
  const file = readPb(text)
  const tying = { ties: rules.ties, seed: rules.seed }
  const { outcome, explanations } = decide(file, rules)
  const shares = outcome.rule === 'equal-shares' ? (outcome as EqualSharesOutcome) : undefined
  // What most cities do: most votes, or the highest score, as long as it fits.
  const greedy = fundGreedily(file, {
    ...tying,
    utility: file.voteType === 'ordinal' ? 'rank' : utilityOf(file.voteType),
    by: utilityOf(file.voteType) === 'cost' ? 'votes' : 'score',
  })
  const utility = rules.sharing.rule === 'equal-shares' ? rules.sharing.utility : utilityOf(file.voteType)
  const sides = compareOutcomes(file, outcome.winners, greedy.winners, { utility, groups })
  const prices = shares
    ? {
        endowment: shares.endowment,
        utility: shares.utility,
        bought: shares.purchases.map(({ project, price }) => ({ number: Number(project), price })),
      }
    : null
  return {
    winners: outcome.winners.map(Number),
    cost: outcome.cost,
    explanations,
    ties: outcome.ties,
    endowment: shares ? { first: shares.firstEndowment, last: shares.endowment } : null,
    prices,
    greedy: { winners: greedy.winners.map(Number), cost: greedy.cost },
    sides: {
      all: sides.all,
      newcomer: sides.groups.get('newcomer') ?? null,
      local: sides.groups.get('local') ?? null,
      unstated: sides.groups.get('unstated') ?? null,
    },
    money: moneyOf(file, outcome.winners, prices, groups),
  }
}

/** The same ways the command `allocation run` goes (recountCommand). */
function decide(file: PbFile, { sharing, ties, seed }: Pick<AllocationRules, 'sharing' | 'ties' | 'seed'>) {
  const tying = { ties, seed }
  if (sharing.rule === 'phragmen') {
    const outcome = balanceLoads(file, tying)
    return { outcome, explanations: explainLoads(file, outcome) }
  }
  if (sharing.rule === 'greedy') {
    const outcome = fundGreedily(file, {
      ...tying,
      utility: file.voteType === 'ordinal' ? 'rank' : utilityOf(file.voteType),
      by: utilityOf(file.voteType) === 'cost' ? 'votes' : 'score',
    })
    return { outcome, explanations: explainGreedy(file, outcome) }
  }
  const options = { ...tying, utility: sharing.utility, completion: sharing.completion }
  const outcome = shareEqually(file, options)
  return { outcome, explanations: explainShares(file, outcome, options) }
}

/** A winner nobody paid for out of a purse is put down to its supporters in equal parts. */
function moneyOf(file: PbFile, winners: readonly string[], prices: Prices | null, groups: readonly Group[]): Record<Group, number> {
  const money: Record<Group, number> = { newcomer: 0, local: 0, unstated: 0 }
  const paidFor = new Set(prices?.bought.map(({ number }) => String(number)))
  const others = new Set(winners.filter((id) => !paidFor.has(id)))
  const supporters = new Map<string, number>()
  for (const { choices } of file.ballots)
    for (const place of choices) supporters.set(file.projects[place]!.id, (supporters.get(file.projects[place]!.id) ?? 0) + 1)
  for (const [row, { choices, points }] of file.ballots.entries()) {
    const group = groups[row]!
    if (prices) {
      const picks = choices.map((place, position) => ({ number: Number(file.projects[place]!.id), points: points?.[position] }))
      for (const payment of payingOf(picks, prices).paid.values()) money[group] += payment
    }
    for (const place of choices) {
      const { id, cost } = file.projects[place]!
      if (others.has(id)) money[group] += cost / supporters.get(id)!
    }
  }
  return money
}
