import { placesOf, toWhole } from './decimals.ts'
import { checkElection, worthOf, type Election, type Utility } from './election.ts'

/**
 * An election as equal shares and Phragmén compute with it: voters with the same ballot and the same weight are one *kind*, because
 * nothing ever tells them apart. All amounts are whole numbers of the smallest unit of money that occurs.
 */
export interface Kinds {
  readonly ids: readonly string[]
  readonly utility: Utility
  readonly voters: number
  /** Smallest units of money in one of the currency: 100 where cents occur. */
  readonly unit: number
  readonly budget: number
  /** By project. */
  readonly cost: Float64Array
  readonly votes: Float64Array
  /** By kind: how many voters, and the weight of each of them (a whole number). */
  readonly size: Float64Array
  readonly weight: Float64Array
  /** The weights of all voters, summed. */
  readonly totalWeight: number
  /** The supporters of project p are `kind[start[p]] … kind[start[p + 1] - 1]`, each with what a purchase is worth to it, in whole numbers. */
  readonly start: Int32Array
  readonly kind: Int32Array
  readonly worth: Float64Array
  /** By voter: the kind. */
  readonly kindOf: Int32Array
}

export interface GroupOptions {
  readonly utility: Utility
  /** By voter, above 0: how large a share of the budget is theirs to spend, relative to others. All the same if left out. */
  readonly weights?: readonly number[]
  /** Amounts beside the election's that must be whole numbers of the smallest unit. */
  readonly amounts?: readonly number[]
}

/** Puts voters who cannot be told apart together. @throws RangeError for what is no election, weights that fit no voters, too many digits. */
export function groupVoters(election: Election, { utility, weights, amounts = [] }: GroupOptions): Kinds {
  checkElection(election)
  const { budget, projects, ballots } = election
  const places = placesOf([budget, ...projects.map(({ cost }) => cost), ...amounts])
  const wholeWeights = wholeWeightsOf(ballots.length, weights)
  const pointPlaces = utility === 'points' ? placesOf(ballots.flatMap(({ points }) => points ?? [])) : 0
  const kindOf = new Int32Array(ballots.length)
  const known = new Map<string, number>()
  const sizes: number[] = []
  const kindWeights: number[] = []
  const supports: { project: number; worth: number }[][] = []
  const counts = new Int32Array(projects.length + 1)
  for (const [voter, ballot] of ballots.entries()) {
    const weight = wholeWeights[voter]!
    const support = ballot.choices.flatMap((project, position) => {
      const worth = toWhole(worthOf(ballot, position, utility), pointPlaces)
      return worth > 0 ? [{ project, worth }] : []
    })
    support.sort((one, other) => one.project - other.project)
    let key = String(weight)
    for (const { project, worth } of support) key += worth === 1 ? `,${project}` : `,${project}:${worth}`
    let kind = known.get(key)
    if (kind === undefined) {
      kind = sizes.length
      known.set(key, kind)
      sizes.push(0)
      kindWeights.push(weight)
      supports.push(support)
      for (const { project } of support) counts[project + 1]!++
    }
    sizes[kind]!++
    kindOf[voter] = kind
  }
  const start = counts.slice()
  for (let project = 0; project < projects.length; project++) start[project + 1]! += start[project]!
  const next = start.slice()
  const kinds = new Int32Array(start[projects.length]!)
  const worths = new Float64Array(kinds.length)
  const votes = new Float64Array(projects.length)
  for (const [kind, support] of supports.entries())
    for (const { project, worth } of support) {
      kinds[next[project]!] = kind
      worths[next[project]!++] = worth
      votes[project]! += sizes[kind]!
    }
  return {
    ids: projects.map(({ id }) => id),
    utility,
    voters: ballots.length,
    unit: 10 ** places,
    budget: toWhole(budget, places),
    cost: Float64Array.from(projects, ({ cost }) => toWhole(cost, places)),
    votes,
    size: Float64Array.from(sizes),
    weight: Float64Array.from(kindWeights),
    totalWeight: wholeWeights.reduce((sum, weight) => sum + weight, 0),
    start,
    kind: kinds,
    worth: worths,
    kindOf,
  }
}

function wholeWeightsOf(voters: number, weights: readonly number[] | undefined): Float64Array {
  if (weights === undefined) return new Float64Array(voters).fill(1)
  if (weights.length !== voters) throw new RangeError(`${weights.length} weights for ${voters} voters`)
  if (weights.some((weight) => !(weight > 0 && Number.isFinite(weight)))) throw new RangeError('a weight is no number above 0')
  // Weights are ratios: nine decimals of the largest are kept, so that sums and products stay exact.
  const most = weights.reduce((one, other) => Math.max(one, other), 0)
  const exact = weights.every((weight) => Number.isInteger(weight) && weight < 2 ** 36)
  return Float64Array.from(weights, (weight) => (exact ? weight : Math.max(1, Math.round((weight / most) * 1e9))))
}
