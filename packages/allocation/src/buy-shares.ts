import { breakTie, type Tie, type TieOptions } from './break-ties.ts'
import { compareFractions, exactParts, exactShares, toNumber, type ExactParts, type ExactShares, type Fraction } from './exact-shares.ts'
import type { Kinds } from './group-voters.ts'

/** One run of equal shares. */
export interface Run {
  /** What all voters had together at the start, in smallest units. */
  readonly pot: number
  /** Places in `projects`, in the order bought. */
  readonly bought: readonly number[]
  /** Beside each the payment per worth, in smallest units: a supporter pays this times its worth, or all it has left. */
  readonly prices: readonly number[]
  readonly spent: number
  readonly ties: readonly Tie[]
}

/** Half the distance from 1 to the next double, twice: no operation is off by more than this, relatively. */
const precision = 2 ** -52

/**
 * The Method of Equal Shares without completion, for any money in the pot. Doubles carry error bounds along; where the bounds of two
 * projects overlap, or it is open whether the supporters have enough, exact rationals decide. What is equal exactly is a tie.
 * Prices only rise, so projects are looked at again in the order of their last price, and only until the next cannot be cheaper any more.
 * Source: Peters, Pierczyński, Skowron, Proportional Participatory Budgeting with Additive Utilities (arXiv 2008.13276).
 * @param allowed by project: 0 where it may not be bought
 * @returns a function of the pot (in smallest units); it may be called again and again, and keeps nothing from call to call.
 */
export function openMarket(kinds: Kinds, ties: TieOptions, allowed?: Uint8Array): (pot: number) => Run {
  const { start, kind, worth, size, weight, totalWeight, cost, votes, utility } = kinds
  const projects = cost.length
  const byCost = utility === 'cost'
  const purse = new Float64Array(size.length)
  const fault = new Float64Array(size.length)
  const price = new Float64Array(projects)
  const priceFault = new Float64Array(projects)
  const low = new Float64Array(projects)
  const high = new Float64Array(projects)
  const fullWorth = new Float64Array(projects)
  for (let project = 0; project < projects; project++)
    for (let at = start[project]!; at < start[project + 1]!; at++) fullWorth[project]! += size[kind[at]!]! * worth[at]!
  const buyable: number[] = []
  for (let project = 0; project < projects; project++) if (votes[project]! > 0 && allowed?.[project] !== 0) buyable.push(project)
  let parts: ExactParts | undefined
  let exact: ExactShares | undefined
  let potNow = 0
  let bought: number[] = []

  const exactNow = (): ExactShares => {
    exact ??= exactShares(kinds, (parts ??= exactParts(kinds)), potNow)
    while (exact.bought < bought.length) exact.buy(bought[exact.bought]!)
    return exact
  }

  const setPrice = (project: number, value: number, error: number): void => {
    const scale = byCost ? cost[project]! : 1
    price[project] = value
    priceFault[project] = error
    low[project] = (value - error) / scale - (value / scale) * 4 * precision
    high[project] = (value + error) / scale + (value / scale) * 4 * precision
  }

  /** Finds the price of a project as purses are now. @returns false where its supporters have too little. */
  const evaluate = (project: number): boolean => {
    const from = start[project]!
    const to = start[project + 1]!
    const asked = cost[project]!
    let value = price[project]!
    let capsBefore = -1
    let paying = 0
    let capFault = 0
    let money = 0
    let moneyFault = 0
    let drift = 0
    for (;;) {
      let caps = 0
      let capMoney = 0
      paying = 0
      capFault = 0
      money = 0
      moneyFault = 0
      for (let at = from; at < to; at++) {
        const place = kind[at]!
        const has = size[place]! * purse[place]!
        const off = size[place]! * fault[place]!
        money += has
        moneyFault += off
        if (purse[place]! <= value * worth[at]!) {
          caps++
          capMoney += has
          capFault += off
        } else paying += size[place]! * worth[at]!
      }
      if (paying === 0) break
      const next = (asked - capMoney) / paying
      if (next <= value) {
        drift = value - next
        break
      }
      value = next
      if (caps === capsBefore) break
      capsBefore = caps
    }
    const rounding = (to - from + 8) * precision
    const doubt = moneyFault + rounding * money
    if (money < asked - doubt) return false
    if (paying === 0 || money <= asked + doubt) {
      const found = exactNow().price(project)
      if (!found) return false
      const near = toNumber(found)
      setPrice(project, near, near * 4 * precision)
      return true
    }
    setPrice(project, value, (capFault + rounding * asked) / paying + value * 4 * precision + drift)
    return true
  }

  /** True where every supporter certainly has more than the price: then the price is cost over worth, exactly. */
  const nobodyIsCapped = (project: number): boolean => {
    for (let at = start[project]!; at < start[project + 1]!; at++) {
      const place = kind[at]!
      const asked = (price[project]! + priceFault[project]!) * worth[at]! * (1 + 4 * precision)
      if (purse[place]! - fault[place]! <= asked) return false
    }
    return true
  }

  const exactKey = (project: number): Fraction => {
    const asked = BigInt(cost[project]!)
    if (nobodyIsCapped(project)) return { top: byCost ? 1n : asked, bottom: BigInt(fullWorth[project]!) }
    const found = exactNow().price(project)
    if (!found) throw new Error(`project ${project} was affordable and is not`)
    return byCost ? { top: found.top, bottom: found.bottom * asked } : found
  }

  const leastExactly = (near: readonly number[]): readonly number[] => {
    let least: number[] = []
    let leastKey: Fraction | undefined
    for (const project of near) {
      const key = exactKey(project)
      const compared = leastKey ? compareFractions(key, leastKey) : -1
      if (compared < 0) {
        least = [project]
        leastKey = key
      } else if (compared === 0) least.push(project)
    }
    return least
  }

  const charge = (project: number): void => {
    const value = price[project]!
    const error = priceFault[project]!
    for (let at = start[project]!; at < start[project + 1]!; at++) {
      const place = kind[at]!
      const asked = value * worth[at]!
      const left = purse[place]! - asked
      const off = fault[place]! + error * worth[at]! + (purse[place]! + asked) * precision
      // Whoever certainly pays all there is has exactly nothing left.
      fault[place] = left < -off ? 0 : off
      purse[place] = left > 0 ? left : 0
    }
  }

  return (pot) => {
    potNow = pot
    exact = undefined
    bought = []
    const prices: number[] = []
    const happened: Tie[] = []
    let spent = 0
    for (let place = 0; place < purse.length; place++) {
      purse[place] = (pot * weight[place]!) / totalWeight
      fault[place] = purse[place]! * 2 * precision
    }
    let live = buyable.slice()
    for (const project of live) setPrice(project, (cost[project]! / fullWorth[project]!) * (1 - 4 * precision), 0)
    while (live.length > 0) {
      sortBy(live, low)
      let least = Number.POSITIVE_INFINITY
      let seen = 0
      const near: number[] = []
      for (; seen < live.length; seen++) {
        const project = live[seen]!
        if (low[project]! > least) break
        if (!evaluate(project)) continue
        near.push(project)
        if (high[project]! < least) least = high[project]!
      }
      const close = near.filter((project) => low[project]! <= least)
      if (close.length === 0) break
      const equal = close.length === 1 ? close : leastExactly(close)
      let winner = equal[0]!
      if (equal.length > 1) {
        const tie = breakTie(equal, kinds, ties)
        happened.push(tie)
        winner = tie.winner
      }
      charge(winner)
      bought.push(winner)
      prices.push(price[winner]!)
      spent += cost[winner]!
      const unseen = live.slice(seen)
      live = near.filter((project) => project !== winner)
      live.push(...unseen)
    }
    return { pot, bought, prices, spent, ties: happened }
  }
}

/** Insertion sort: the list is nearly in order from the round before. */
function sortBy(list: number[], key: Float64Array): void {
  for (let i = 1; i < list.length; i++) {
    const moving = list[i]!
    let to = i
    while (to > 0 && key[list[to - 1]!]! > key[moving]!) {
      list[to] = list[to - 1]!
      to--
    }
    list[to] = moving
  }
}
