import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceLoads } from './balance-loads.ts'
import type { Election } from './election.ts'
import { approvals, elections, seeded } from './elections.testing.ts'

test('supporters pay as soon as they can together, with all they have', () => {
  // Three pay 6 for a when everybody has received 2. At 4, two of them have 2 again and the fourth voter has 4: 8 for b.
  const { winners, loads } = balanceLoads(approvals(14, { a: 6, b: 8, c: 5 }, ['ab', 'a', 'ab', 'b', 'c']))
  expect(winners).toEqual(['a', 'b'])
  expect(loads).toEqual([2, 4])
})

test('it ends where the next project no longer fits, unless that is to be skipped', () => {
  const election = approvals(10, { a: 6, b: 6, c: 4 }, ['a', 'a', 'a', 'b', 'b', 'c'])
  expect(balanceLoads(election)).toMatchObject({ winners: ['a'], endedAt: 'b' })
  expect(balanceLoads(election, { exhaustive: true }).winners).toEqual(['a', 'c'])
})

test('against the definition in rationals', () => {
  fc.assert(
    fc.property(elections({ voters: 7, projects: 7 }), (election) => {
      expect(balanceLoads(election, { ties: ['name'] }).winners).toEqual(naiveLoads(election))
    }),
    seeded(300),
  )
})

test('money that comes twice as fast to all changes nothing', () => {
  fc.assert(
    fc.property(elections({ voters: 7, projects: 7 }), (election) => {
      const weights = election.ballots.map(() => 2)
      expect(balanceLoads(election, { weights })).toEqual(balanceLoads(election))
    }),
    seeded(50),
  )
})

function naiveLoads({ budget, projects, ballots }: Election): string[] {
  let loads = ballots.map((): [bigint, bigint] => [0n, 1n])
  const winners: string[] = []
  let left = budget
  for (;;) {
    const open = projects.flatMap(({ id, cost }, place) => {
      const supporters = ballots.flatMap(({ choices }, voter) => (choices.includes(place) ? [voter] : []))
      if (winners.includes(id) || cost > budget || supporters.length === 0) return []
      let [top, bottom] = [BigInt(cost), 1n]
      for (const voter of supporters) [top, bottom] = [top * loads[voter]![1] + loads[voter]![0] * bottom, bottom * loads[voter]![1]]
      return [{ id, cost, supporters, load: [top, bottom * BigInt(supporters.length)] as [bigint, bigint] }]
    })
    if (open.length === 0) return winners
    const least = open.reduce((one, other) => (other.load[0] * one.load[1] < one.load[0] * other.load[1] ? other : one))
    const equal = open.filter(({ load }) => load[0] * least.load[1] === least.load[0] * load[1])
    if (equal.some(({ cost }) => cost > left)) return winners
    const winner = equal.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0]!
    winners.push(winner.id)
    left -= winner.cost
    loads = loads.map((load, voter) => (winner.supporters.includes(voter) ? winner.load : load))
  }
}
