import { checkElection, usualUtility, worthOf, type Election, type Utility } from './election.ts'
import { placesOfIds } from './outcome.ts'

export interface CompareOptions {
  /** What voters prefer by; what suits the ballots if left out. */
  readonly utility?: Utility
  /** By voter the declared group; undefined for those who declared none. */
  readonly groups?: readonly (string | undefined)[]
}

/** Two outcomes beside each other, for all voters and for each declared group. */
export interface Sides {
  readonly all: Side
  readonly groups: ReadonlyMap<string, Side>
}

export interface Side {
  readonly voters: number
  readonly one: Satisfaction
  readonly other: Satisfaction
  /** Voters with strictly more utility from the one, from the other, and from neither. */
  readonly preferOne: number
  readonly preferOther: number
  readonly indifferent: number
}

export interface Satisfaction {
  /** Voters none of whose projects is funded. */
  readonly nothing: number
  /** Funded projects a voter supports, and the utility from them, on average. */
  readonly meanProjects: number
  readonly meanUtility: number
}

/**
 * How two sets of winners treat the voters. Groups are as small as the caller declares them: whoever publishes this suppresses small ones.
 * @throws RangeError for an id that is no project, groups that fit no voters, or a utility the ballots do not give
 */
export function compareOutcomes(
  election: Election,
  one: readonly string[],
  other: readonly string[],
  { utility = usualUtility(election), groups }: CompareOptions = {},
): Sides {
  checkElection(election)
  const { projects, ballots } = election
  if (groups && groups.length !== ballots.length) throw new RangeError(`${groups.length} groups for ${ballots.length} voters`)
  const inOne = new Set(placesOfIds(election, one))
  const inOther = new Set(placesOfIds(election, other))
  const all = emptyCount()
  const byGroup = new Map<string, Count>()
  for (const [voter, ballot] of ballots.entries()) {
    const funded = [0, 0]
    const gained = [0, 0]
    for (const [position, project] of ballot.choices.entries()) {
      const worth = worthOf(ballot, position, utility) * (utility === 'cost' ? projects[project]!.cost : 1)
      if (worth === 0) continue
      for (const [side, winners] of [inOne, inOther].entries()) {
        if (!winners.has(project)) continue
        funded[side]!++
        gained[side]! += worth
      }
    }
    const group = groups?.[voter]
    if (group !== undefined && !byGroup.has(group)) byGroup.set(group, emptyCount())
    for (const count of group === undefined ? [all] : [all, byGroup.get(group)!]) add(count, funded, gained)
  }
  const names = [...byGroup.keys()].toSorted()
  return { all: sideOf(all), groups: new Map(names.map((name) => [name, sideOf(byGroup.get(name)!)])) }
}

interface Count {
  voters: number
  readonly nothing: number[]
  readonly funded: number[]
  readonly gained: number[]
  readonly prefer: number[]
}

const emptyCount = (): Count => ({ voters: 0, nothing: [0, 0], funded: [0, 0], gained: [0, 0], prefer: [0, 0] })

function add(count: Count, funded: readonly number[], gained: readonly number[]): void {
  count.voters++
  for (const side of [0, 1]) {
    if (funded[side] === 0) count.nothing[side]!++
    count.funded[side]! += funded[side]!
    count.gained[side]! += gained[side]!
  }
  // Sums of decimals in another order may differ in the last bit; that is no preference.
  const difference = gained[0]! - gained[1]!
  if (Math.abs(difference) > 1e-9 * (gained[0]! + gained[1]!)) count.prefer[difference > 0 ? 0 : 1]!++
}

function sideOf({ voters, nothing, funded, gained, prefer }: Count): Side {
  const of = (side: number): Satisfaction => ({
    nothing: nothing[side]!,
    meanProjects: voters === 0 ? 0 : funded[side]! / voters,
    meanUtility: voters === 0 ? 0 : gained[side]! / voters,
  })
  const [preferOne = 0, preferOther = 0] = prefer
  return { voters, one: of(0), other: of(1), preferOne, preferOther, indifferent: voters - preferOne - preferOther }
}
