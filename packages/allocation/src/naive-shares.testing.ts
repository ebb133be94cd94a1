import { worthOf, type Election, type Utility } from './election.ts'

/** Rational numbers as plainly as can be. */
type Ratio = readonly [bigint, bigint]
const ratio = (top: bigint, bottom: bigint): Ratio => (bottom < 0n ? [-top, -bottom] : [top, bottom])
const plus = (one: Ratio, other: Ratio): Ratio => ratio(one[0] * other[1] + other[0] * one[1], one[1] * other[1])
const minus = (one: Ratio, other: Ratio): Ratio => plus(one, [-other[0], other[1]])
const times = (one: Ratio, other: Ratio): Ratio => ratio(one[0] * other[0], one[1] * other[1])
const over = (one: Ratio, other: Ratio): Ratio => ratio(one[0] * other[1], one[1] * other[0])
const below = (one: Ratio, other: Ratio): boolean => one[0] * other[1] < other[0] * one[1]
const whole = (value: number): Ratio => [BigInt(value), 1n]

/** Equal shares straight from its definition, voter by voter, for whole costs; ties go to the name. */
export function naiveShares({ budget, projects, ballots }: Election, utility: Utility, raise = 0): { winners: string[]; spent: number } {
  const n = ballots.length
  const purse = ballots.map((): Ratio => plus(ratio(BigInt(budget), BigInt(n)), whole(raise)))
  const utilityOf = (voter: number, place: number): number => {
    const position = ballots[voter]!.choices.indexOf(place)
    if (position < 0) return 0
    return worthOf(ballots[voter]!, position, utility) * (utility === 'cost' ? projects[place]!.cost : 1)
  }
  const rhoOf = (place: number): Ratio | undefined => {
    const supporters = ballots.map((_, voter) => voter).filter((voter) => utilityOf(voter, place) > 0)
    const cost = whole(projects[place]!.cost)
    if (
      below(
        supporters.reduce((sum, voter) => plus(sum, purse[voter]!), whole(0)),
        cost,
      )
    )
      return undefined
    // From the poorest per utility up: whoever is poorer than the share of the rest pays everything.
    supporters.sort((one, other) => {
      const first = over(purse[one]!, whole(utilityOf(one, place)))
      const second = over(purse[other]!, whole(utilityOf(other, place)))
      return below(first, second) ? -1 : below(second, first) ? 1 : 0
    })
    let owed = cost
    for (const [index, voter] of supporters.entries()) {
      const rest = supporters.slice(index).reduce((sum, one) => sum + utilityOf(one, place), 0)
      const rho = over(owed, whole(rest))
      if (!below(purse[voter]!, times(rho, whole(utilityOf(voter, place))))) return rho
      owed = minus(owed, purse[voter]!)
    }
    return undefined
  }
  const winners: number[] = []
  for (;;) {
    let best: { place: number; rho: Ratio } | undefined
    for (const [place, { id, cost }] of projects.entries()) {
      if (winners.includes(place) || cost > budget || !ballots.some((_, voter) => utilityOf(voter, place) > 0)) continue
      const rho = rhoOf(place)
      if (!rho) continue
      const equal = best !== undefined && !below(rho, best.rho) && !below(best.rho, rho)
      if (!best || below(rho, best.rho) || (equal && id < projects[best.place]!.id)) best = { place, rho }
    }
    if (!best) break
    const { place, rho } = best
    for (const voter of ballots.keys()) {
      const asked = times(rho, whole(utilityOf(voter, place)))
      const paid = below(purse[voter]!, asked) ? purse[voter]! : asked
      purse[voter] = simplified(minus(purse[voter]!, paid))
    }
    winners.push(place)
  }
  return { winners: winners.map((place) => projects[place]!.id), spent: winners.reduce((sum, place) => sum + projects[place]!.cost, 0) }
}

function simplified([top, bottom]: Ratio): Ratio {
  let [one, other] = [top < 0n ? -top : top, bottom]
  while (other > 0n) [one, other] = [other, one % other]
  return one === 0n ? [0n, 1n] : [top / one, bottom / one]
}
