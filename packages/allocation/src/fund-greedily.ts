import { breakTie, type Tie, type TieOptions } from './break-ties.ts'
import { usualUtility, type Election, type Utility } from './election.ts'
import { compareFractions, type Fraction } from './exact-shares.ts'
import { groupVoters, type Kinds } from './group-voters.ts'
import { nameTies, type Outcome } from './outcome.ts'

export interface GreedyOptions extends TieOptions {
  /**
   * What stands first. `votes`: the number of voters who support it. `score`: the sum of the points or of the scores of ranks.
   * `value`: utility per money (with cost utility that is the number of votes again). Left out: `score` where the utility is of points or ranks, else `votes`.
   */
  readonly by?: 'votes' | 'score' | 'value'
  /** For `score` and `value`; what suits the ballots if left out. */
  readonly utility?: Utility
  /** True, if left out: a project that does not fit is skipped. False: the first that does not fit ends it. */
  readonly skip?: boolean
  /** Projects with fewer votes (by `score`: a lower score) are not considered. */
  readonly threshold?: number
}

export interface GreedyOutcome extends Outcome {
  readonly rule: 'greedy'
  /** Every project in the order in which it was looked at, and what happened. `left`: the money there still was. */
  readonly turns: readonly GreedyTurn[]
}

export interface GreedyTurn {
  readonly project: string
  readonly votes: number
  readonly score: number
  readonly left: number
  readonly result: 'funded' | 'does-not-fit' | 'below-threshold' | 'unsupported' | 'after-the-end'
}

/**
 * The rule most cities use: from the most votes down, whatever still fits. The variants of official rules are options: by score, per money,
 * stopping at the first that does not fit, with a threshold.
 * @throws RangeError for what is no election, or a utility its ballots do not give
 */
export function fundGreedily(election: Election, options: GreedyOptions = {}): GreedyOutcome {
  const utility = options.utility ?? usualUtility(election)
  const kinds = groupVoters(election, { utility })
  const { turns, ties } = takeTurns(kinds, options.by ?? (utility === 'cost' || utility === 'cardinality' ? 'votes' : 'score'), options)
  const winners = turns.flatMap(({ project, result }) => (result === 'funded' ? [project] : []))
  return {
    rule: 'greedy',
    winners: winners.map((place) => kinds.ids[place]!),
    cost: winners.reduce((sum, place) => sum + kinds.cost[place]!, 0) / kinds.unit,
    budget: election.budget,
    ties: nameTies(election, ties),
    turns: turns.map((turn) => ({ ...turn, project: kinds.ids[turn.project]!, left: turn.left / kinds.unit })),
  }
}

/** Greedy over places, with amounts in smallest units; also what completes equal shares. @param taken projects funded already */
export function takeTurns(
  kinds: Kinds,
  by: 'votes' | 'score' | 'value',
  { skip = true, threshold = 0, ...ties }: GreedyOptions,
  taken: readonly number[] = [],
) {
  const { cost, votes, utility } = kinds
  const scores = scoresOf(kinds)
  const keys = Array.from(cost, (asked, place): Fraction => {
    if (by === 'votes') return { top: BigInt(votes[place]!), bottom: 1n }
    if (by === 'value' && utility !== 'cost') return { top: BigInt(scores[place]!), bottom: BigInt(asked) }
    return { top: BigInt(scores[place]!), bottom: 1n }
  })
  let waiting = Array.from(cost.keys()).filter((place) => !taken.includes(place))
  waiting.sort((one, other) => compareFractions(keys[other]!, keys[one]!))
  let left = kinds.budget - taken.reduce((sum, place) => sum + cost[place]!, 0)
  let ended = false
  const turns: (Omit<GreedyTurn, 'project'> & { project: number })[] = []
  const happened: Tie[] = []
  const resultOf = (place: number): GreedyTurn['result'] => {
    if (votes[place] === 0) return 'unsupported'
    if ((by === 'score' ? scores[place]! : votes[place]!) < threshold) return 'below-threshold'
    if (ended) return 'after-the-end'
    return cost[place]! <= left ? 'funded' : 'does-not-fit'
  }
  while (waiting.length > 0) {
    const equal = waiting.filter((place) => compareFractions(keys[place]!, keys[waiting[0]!]!) === 0)
    let project = equal[0]!
    if (equal.length > 1) {
      const tie = breakTie(equal, kinds, ties)
      project = tie.winner
      // Of equals that all fit, or do not, it makes no difference who is looked at first.
      const together = equal.reduce((sum, place) => sum + cost[place]!, 0)
      if (votes[project]! > 0 && together > left && equal.some((place) => cost[place]! <= left)) happened.push(tie)
    }
    const result = resultOf(project)
    turns.push({ project, votes: votes[project]!, score: scores[project]!, left, result })
    if (result === 'funded') left -= cost[project]!
    if (result === 'does-not-fit' && !skip) ended = true
    waiting = waiting.filter((place) => place !== project)
  }
  return { turns, ties: happened, left }
}

function scoresOf({ cost, start, kind, size, worth }: Kinds): Float64Array {
  const scores = new Float64Array(cost.length)
  for (let place = 0; place < cost.length; place++)
    for (let at = start[place]!; at < start[place + 1]!; at++) scores[place]! += size[kind[at]!]! * worth[at]!
  return scores
}
