import { breakTie, type Tie, type TieOptions } from './break-ties.ts'
import type { Election } from './election.ts'
import { compareFractions, type Fraction } from './exact-shares.ts'
import { groupVoters, type Kinds } from './group-voters.ts'
import { nameTies, type Outcome } from './outcome.ts'

export interface LoadOptions extends TieOptions {
  /** False, if left out: the rule ends where the next project no longer fits. True: that one is skipped. */
  readonly exhaustive?: boolean
  /** By voter, above 0: how fast money comes to them. All the same if left out. */
  readonly weights?: readonly number[]
}

export interface LoadOutcome extends Outcome {
  readonly rule: 'phragmen'
  /** Beside each winner: how much every voter had received when its supporters could pay for it. In the currency. */
  readonly loads: readonly number[]
  /** The project at which the rule ended because it no longer fitted. */
  readonly endedAt?: string
}

/**
 * Sequential Phragmén: money comes to all voters at the same speed; as soon as the supporters of a project can pay for it together they do,
 * all at once and with all they have. Any positive points are support. Projects dearer than the budget are left out beforehand.
 * Source: Phragmén (1894); for budgets Los, Christoff, Grossi, Proportional Budget Allocations (IJCAI 2022).
 * @throws RangeError for what is no election, or weights that fit no voters
 */
export function balanceLoads(election: Election, options: LoadOptions = {}): LoadOutcome {
  const { weights, exhaustive = false } = options
  const kinds = groupVoters(election, { utility: 'cardinality', ...(weights && { weights }) })
  const { cost, budget, ids, unit, votes, totalWeight } = kinds
  const loads = loadsOf(kinds)
  const winners: number[] = []
  const reached: number[] = []
  const ties: Tie[] = []
  let left = budget
  let endedAt: number | undefined
  let waiting = Array.from(cost.keys()).filter((place) => votes[place]! > 0 && cost[place]! <= budget)
  while (waiting.length > 0) {
    const least = loads.least(waiting)
    const tooDear = least.filter((place) => cost[place]! > left)
    if (tooDear.length > 0 && !exhaustive) {
      endedAt = tooDear[0]
      break
    }
    if (tooDear.length > 0) {
      waiting = waiting.filter((place) => !tooDear.includes(place))
      continue
    }
    const tie = least.length > 1 ? breakTie(least, kinds, options) : undefined
    if (tie) ties.push(tie)
    const winner = tie?.winner ?? least[0]!
    reached.push(loads.fund(winner))
    winners.push(winner)
    left -= cost[winner]!
    waiting = waiting.filter((place) => place !== winner)
  }
  // A voter of average weight has received the load times the average weight.
  const average = kinds.voters === 0 ? 1 : totalWeight / kinds.voters
  return {
    rule: 'phragmen',
    winners: winners.map((place) => ids[place]!),
    cost: (budget - left) / unit,
    budget: election.budget,
    ties: nameTies(election, ties),
    loads: reached.map((load) => (load * average) / unit),
    ...(endedAt !== undefined && { endedAt: ids[endedAt]! }),
  }
}

/**
 * The loads of all voters. Every load is that of the last winner a voter supports, so the exact load of a project is a short sum over winners;
 * it is formed where doubles are too near to each other. All sums are of positive numbers: doubles are right to far better than `near`.
 */
function loadsOf({ start, kind, size, weight, cost }: Kinds) {
  const near = 1e-9
  const last = new Int32Array(size.length).fill(-1)
  const load: number[] = []
  const exact: Fraction[] = []
  const shares: { readonly project: number; readonly all: number; readonly byWinner: ReadonlyMap<number, number> }[] = []

  const sharesOf = (project: number) => {
    const byWinner = new Map<number, number>()
    let all = 0
    for (let at = start[project]!; at < start[project + 1]!; at++) {
      const place = kind[at]!
      const together = size[place]! * weight[place]!
      all += together
      if (last[place]! >= 0) byWinner.set(last[place]!, (byWinner.get(last[place]!) ?? 0) + together)
    }
    return { project, all, byWinner }
  }
  type Shares = ReturnType<typeof sharesOf>
  const nearly = ({ project, all, byWinner }: Shares): number => {
    let sum = cost[project]!
    for (const [winner, together] of byWinner) sum += together * load[winner]!
    return sum / all
  }
  const exactly = ({ project, all, byWinner }: Shares): Fraction => {
    while (exact.length < shares.length) {
      const next = shares[exact.length]!
      exact.push(reduced(sumUp(next.project, next.all, next.byWinner)))
    }
    return sumUp(project, all, byWinner)
  }
  const sumUp = (project: number, all: number, byWinner: ReadonlyMap<number, number>): Fraction => {
    let top = BigInt(cost[project]!)
    let bottom = 1n
    for (const [winner, together] of byWinner) {
      const share = exact[winner]!
      top = top * share.bottom + BigInt(together) * share.top * bottom
      bottom *= share.bottom
    }
    return { top, bottom: bottom * BigInt(all) }
  }

  return {
    /** The projects of least load, equal exactly. */
    least(waiting: readonly number[]): readonly number[] {
      const all = waiting.map(sharesOf)
      const loads = all.map(nearly)
      const bound = Math.min(...loads) * (1 + near)
      const close = all.filter((_, index) => loads[index]! <= bound)
      if (close.length === 1) return [close[0]!.project]
      const exactLoads = close.map(exactly)
      const least = exactLoads.reduce((one, other) => (compareFractions(other, one) < 0 ? other : one))
      return close.flatMap(({ project }, index) => (compareFractions(exactLoads[index]!, least) === 0 ? [project] : []))
    },
    /** @returns the load of the supporters afterwards */
    fund(project: number): number {
      const share = sharesOf(project)
      load.push(nearly(share))
      shares.push(share)
      for (let at = start[project]!; at < start[project + 1]!; at++) last[kind[at]!] = load.length - 1
      return load.at(-1)!
    },
  }
}

function reduced({ top, bottom }: Fraction): Fraction {
  let [one, other] = [top, bottom]
  while (other > 0n) [one, other] = [other, one % other]
  return { top: top / one, bottom: bottom / one }
}
