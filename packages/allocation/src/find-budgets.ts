import type { Run } from './buy-shares.ts'
import type { Kinds } from './group-voters.ts'

/**
 * For each project that was not bought a money pot at which equal shares buys it, while one step less does not. Found by doubling and
 * halving; because the method is not monotone, a smaller pot may buy it too. Runs are shared between the projects.
 * @param step by how much the pot is raised (smallest units times voters)
 * @returns by place the pot; nothing for projects nobody supports or nobody may buy
 */
export function findBudgets(
  kinds: Kinds,
  market: (pot: number) => Run,
  from: Run,
  step: number,
  onProgress?: (runs: number) => void,
): ReadonlyMap<number, number> {
  const everything = kinds.cost.reduce((sum, cost) => sum + cost, 0) * kinds.totalWeight
  const lightest = kinds.weight.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  // At this many steps each voter alone could pay for everything.
  const enough = Math.ceil(everything / lightest / Math.max(1, step)) + 1
  const bought = new Set(from.bought)
  const brackets = new Map<number, { low: number; high: number }>()
  for (const [place, votes] of kinds.votes.entries())
    if (votes > 0 && !bought.has(place) && kinds.cost[place]! <= kinds.budget)
      brackets.set(place, { low: 0, high: Number.POSITIVE_INFINITY })
  let runs = 0
  const probe = (steps: number): void => {
    const found = new Set(market(from.pot + steps * step).bought)
    onProgress?.(++runs)
    for (const [place, bracket] of brackets) {
      if (steps <= bracket.low || steps >= bracket.high) continue
      if (found.has(place)) bracket.high = steps
      else bracket.low = steps
    }
  }
  for (let steps = 1; [...brackets.values()].some(({ high }) => high === Number.POSITIVE_INFINITY) && steps < enough * 2; steps *= 2)
    probe(steps)
  for (const bracket of brackets.values())
    while (bracket.high < Number.POSITIVE_INFINITY && bracket.high - bracket.low > 1) probe(Math.floor((bracket.low + bracket.high) / 2))
  return new Map(
    [...brackets].flatMap(([place, { high }]) => (high < Number.POSITIVE_INFINITY ? [[place, from.pot + high * step] as const] : [])),
  )
}
