/** A project people may vote for. */
export interface Project {
  readonly id: string
  /** In the currency of the budget, above 0; read as the decimal it prints as (0.1 is exactly one tenth). */
  readonly cost: number
  readonly name?: string
}

/** What one voter handed in. An empty ballot counts as a voter who supports nothing. */
export interface Ballot {
  /** Places in `projects`, from 0, each at most once; on ordinal ballots the best first. */
  readonly choices: readonly number[]
  /** Beside each choice its points, where the ballot gives points. Points of 0 or less are no support. */
  readonly points?: readonly number[]
}

/** A participatory budget: what is to be spent, on what, and what the voters said. */
export interface Election {
  /** In the currency of the costs, 0 or more; read as the decimal it prints as. */
  readonly budget: number
  readonly projects: readonly Project[]
  readonly ballots: readonly Ballot[]
}

/**
 * What a funded project is worth to a voter who supports it.
 * `cost`: its cost (money spent on what one wanted). `cardinality`: 1 (projects one wanted). `points`: the points given.
 * `borda`: on a ballot that ranks k projects k - 1 for the first, 0 for the last, as Borda counts: the last is no support.
 * `rank`: k for the first, 1 for the last, as cities score rankings.
 */
export type Utility = 'cost' | 'cardinality' | 'points' | 'borda' | 'rank'

export const utilities: readonly Utility[] = ['cost', 'cardinality', 'points', 'borda', 'rank']

/**
 * The factor by which a voter's payment for a choice grows with the price: 1, the points or the score of its rank; 0 is no support.
 * @throws RangeError where points are asked of a ballot without them.
 */
export function worthOf(ballot: Ballot, position: number, utility: Utility): number {
  const points = ballot.points?.[position]
  if (points !== undefined && points <= 0) return 0
  if (utility === 'borda') return ballot.choices.length - position - 1
  if (utility === 'rank') return ballot.choices.length - position
  if (utility !== 'points') return 1
  if (points === undefined) throw new RangeError('these ballots give no points: choose another utility')
  return points
}

/**
 * The utility that suits the ballots: `points` where they give points, else `cost`. Ordinal ballots look like approvals here; whoever
 * knows them to be ordinal says `borda` or `rank`.
 */
export function usualUtility(election: Election): Utility {
  return election.ballots.some(({ points }) => points !== undefined) ? 'points' : 'cost'
}

/** Refuses what is no election. @throws RangeError naming the project or the ballot. */
export function checkElection(election: Election): void {
  const { budget, projects, ballots } = election
  if (!Number.isFinite(budget) || budget < 0) throw new RangeError(`the budget is no amount: ${budget}`)
  const ids = new Set<string>()
  for (const { id, cost } of projects) {
    if (!Number.isFinite(cost) || cost <= 0) throw new RangeError(`the cost of project ${id} is no amount above 0: ${cost}`)
    if (ids.has(id)) throw new RangeError(`two projects are called ${id}`)
    ids.add(id)
  }
  const lastSeen = new Int32Array(projects.length).fill(-1)
  for (const [voter, { choices, points }] of ballots.entries()) {
    if (points !== undefined && points.length !== choices.length)
      throw new RangeError(`ballot ${voter} has ${choices.length} choices and ${points.length} points`)
    if (points?.some((value) => !Number.isFinite(value))) throw new RangeError(`ballot ${voter} has points that are no number`)
    for (const choice of choices) {
      if (lastSeen[choice] === undefined) throw new RangeError(`ballot ${voter} names project ${choice} of ${projects.length}`)
      if (lastSeen[choice] === voter) throw new RangeError(`ballot ${voter} names project ${choice} twice`)
      lastSeen[choice] = voter
    }
  }
}
