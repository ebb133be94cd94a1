import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openMarket } from './buy-shares.ts'
import type { Election, Utility } from './election.ts'
import { approvals, elections, seeded } from './elections.testing.ts'
import { groupVoters } from './group-voters.ts'
import { naiveShares } from './naive-shares.testing.ts'
import { payPurchases, pursesAtFirst } from './pay-purchases.ts'
import { shareEqually } from './share-equally.ts'

describe('published examples', () => {
  test('51 % for ten red projects, 49 % for ten blue ones, money for ten: five of each, where the most votes would take only red', () => {
    const costs = Object.fromEntries([...'abcdefghijABCDEFGHIJ'].map((letter) => [letter, 10]))
    const ballots = [...Array(51).fill('abcdefghij'), ...Array(49).fill('ABCDEFGHIJ')] as string[]
    const { winners } = shareEqually(approvals(104, costs, ballots), { completion: 'none' })
    expect(winners).toHaveLength(10)
    expect(winners.filter((id) => id === id.toLowerCase())).toHaveLength(5)
    // With 100 the blue money comes to 49 only: four, and what is left goes to the most votes.
    const filled = shareEqually(approvals(100, costs, ballots), { completion: 'add1u' })
    expect(filled.winners.filter((id) => id === id.toLowerCase())).toHaveLength(6)
    expect(filled.added).toHaveLength(1)
  })

  test('a voter who cannot pay in full pays the rest, and the others pay more', () => {
    // Each has 4. c costs its three supporters 2 each. d costs 5: one has 2 left, the other still 4, so 2.5 each is too much for the first.
    const { purchases } = shareEqually(approvals(16, { c: 6, d: 5 }, ['c', 'c', 'cd', 'd']), { completion: 'none' })
    expect(purchases).toMatchObject([
      { project: 'c', price: 2, inFull: 3, withRest: 0, effectiveVotes: 3 },
      { project: 'd', price: 3, payment: 3, inFull: 1, withRest: 1, broke: 0, effectiveVotes: 5 / 3 },
    ])
  })

  test('points: supporters pay in proportion to what it is worth to them', () => {
    const election: Election = {
      budget: 12,
      projects: [{ id: 'park', cost: 9 }],
      ballots: [
        { choices: [0], points: [1] },
        { choices: [0], points: [2] },
      ],
    }
    const { purchases } = shareEqually(election, { completion: 'none' })
    expect(purchases).toMatchObject([{ price: 3, payment: 6, inFull: 2, withRest: 0, effectiveVotes: 3 }])
  })
})

describe('against the definition, computed voter by voter in rationals', () => {
  const cases: readonly [Utility, boolean][] = [
    ['cost', false],
    ['cardinality', false],
    ['borda', false],
    ['rank', false],
    ['points', true],
  ]
  test.each(cases)('the same winners in the same order with %s', (utility, points) => {
    fc.assert(
      fc.property(elections({ voters: 7, projects: 6, points }), (election) => {
        const { winners } = shareEqually(election, { utility, completion: 'none', ties: ['name'] })
        expect(winners).toEqual(naiveShares(election, utility).winners)
      }),
      seeded(300),
    )
  })

  test('Add1 raises by one until over budget, and keeps the last that was not', () => {
    fc.assert(
      fc.property(elections({ voters: 5, projects: 5 }), (election) => {
        const supported = election.projects.filter(
          ({ cost }, place) => cost <= election.budget && election.ballots.some(({ choices }) => choices.includes(place)),
        )
        let expected = naiveShares(election, 'cost')
        for (let raise = 1; expected.winners.length < supported.length; raise++) {
          const next = naiveShares(election, 'cost', raise)
          if (next.spent > election.budget) break
          expected = next
        }
        expect(shareEqually(election, { utility: 'cost', ties: ['name'] }).winners).toEqual(expected.winners)
      }),
      seeded(150),
    )
  })
})

describe('laws', () => {
  const anyElection = fc.boolean().chain((points) => elections({ voters: 12, projects: 8, points }))

  test('every purchase is paid exactly, nobody pays more than they have', () => {
    fc.assert(
      fc.property(anyElection, (election) => {
        const utility = election.ballots[0]!.points ? 'points' : 'cost'
        const kinds = groupVoters(election, { utility })
        const run = openMarket(kinds, {})(kinds.budget)
        const purse = pursesAtFirst(kinds, run.pot)
        for (const [index, { payments }] of payPurchases(kinds, run).entries()) {
          const project = run.bought[index]!
          let paid = 0
          for (const [offset, payment] of payments.entries()) {
            const kind = kinds.kind[kinds.start[project]! + offset]!
            paid += kinds.size[kind]! * payment
            purse[kind]! -= payment
          }
          expect(paid).toBeCloseTo(kinds.cost[project]!, 6)
        }
        for (const left of purse) expect(left).toBeGreaterThan(-1e-6)
      }),
      seeded(200),
    )
  })

  test('never over budget, whatever the completion', () => {
    fc.assert(
      fc.property(anyElection, fc.constantFrom('none', 'add1', 'add1u'), fc.boolean(), (election, completion, exhaustive) => {
        const { cost, winners } = shareEqually(election, { completion, exhaustive })
        expect(cost).toBeLessThanOrEqual(election.budget)
        expect(new Set(winners).size).toBe(winners.length)
      }),
      seeded(200),
    )
  })

  test('who stands where in the file does not matter: voters in any order, amounts in any currency', () => {
    fc.assert(
      fc.property(anyElection, fc.constantFrom(0.01, 0.1, 3, 1000), (election, rate) => {
        const { winners } = shareEqually(election, { completion: 'none' })
        expect(shareEqually({ ...election, ballots: election.ballots.toReversed() }, { completion: 'none' }).winners).toEqual(winners)
        const exchange = (amount: number) => Number((amount * rate).toFixed(2))
        const exchanged = {
          ...election,
          budget: exchange(election.budget),
          projects: election.projects.map((project) => ({ ...project, cost: exchange(project.cost) })),
        }
        expect(shareEqually(exchanged, { completion: 'none' }).winners).toEqual(winners)
      }),
      seeded(200),
    )
  })

  test('extended justified representation up to one project, for every group and every set of projects it agrees on', () => {
    fc.assert(
      fc.property(elections({ voters: 5, projects: 5 }), fc.constantFrom<Utility>('cost', 'cardinality'), (election, utility) => {
        const { budget, projects, ballots } = election
        const { winners } = shareEqually(election, { utility, completion: 'none' })
        const worth = (place: number) => (utility === 'cost' ? projects[place]!.cost : 1)
        for (let group = 1; group < 2 ** ballots.length; group++) {
          const members = ballots.filter((_, voter) => (group >> voter) & 1)
          for (let set = 1; set < 2 ** projects.length; set++) {
            const wanted = projects.flatMap((_, place) => ((set >> place) & 1 ? [place] : []))
            const cost = wanted.reduce((sum, place) => sum + projects[place]!.cost, 0)
            if (cost * ballots.length > members.length * budget) continue
            if (!members.every(({ choices }) => wanted.every((place) => choices.includes(place)))) continue
            const deserved = wanted.reduce((sum, place) => sum + worth(place), 0)
            const content = members.some(({ choices }) => {
              const got = choices.reduce((sum, place) => sum + (winners.includes(projects[place]!.id) ? worth(place) : 0), 0)
              const more = wanted.filter((place) => !winners.includes(projects[place]!.id)).map(worth)
              return got >= deserved || more.some((extra) => got + extra > deserved)
            })
            expect(content).toBe(true)
          }
        }
      }),
      seeded(150),
    )
  })

  test('weights count by their ratio only, and equal weights are none', () => {
    fc.assert(
      fc.property(elections({ voters: 8, projects: 6 }), (election) => {
        const weights = election.ballots.map((_, voter) => 1 + (voter % 3))
        const plain = shareEqually(election, { completion: 'none' }).winners
        expect(shareEqually(election, { completion: 'none', weights: weights.map(() => 2.5) }).winners).toEqual(plain)
        const weighted = shareEqually(election, { completion: 'none', weights }).winners
        expect(shareEqually(election, { completion: 'none', weights: weights.map((weight) => weight * 7) }).winners).toEqual(weighted)
      }),
      seeded(100),
    )
  })
})

test('a tie that doubles cannot see is decided exactly', () => {
  // After a, one supporter each of b and of c has 5 and 5/6 left and pays all of it: both come to 7 and 1/12 for the others.
  const election = approvals(75, { a: 10, b: 20, c: 20 }, ['ab', 'b', 'b', 'ac', 'c', 'c', 'a', 'a', 'a', 'a'])
  for (const id of ['b', 'c']) {
    const named = { ...election, projects: election.projects.map((project) => (project.id === id ? { ...project, id: '0' } : project)) }
    const { ties } = shareEqually(named, { completion: 'none', ties: ['name'] })
    expect(ties.map(({ winner }) => winner)).toEqual(['0'])
  }
})

test('the increment may be less than one, and only what the budget can pay takes part', () => {
  const election = approvals(10, { a: 11, b: 3, c: 4 }, ['ab', 'ac', 'a'])
  expect(shareEqually(election, { completion: 'add1', increment: 0.5 })).toMatchObject({ winners: ['b', 'c'], ended: 'all-bought' })
})

test('the comparison step takes greedy where more voters strictly prefer it', () => {
  const costs = { a: 6, b: 2, c: 2 }
  const election = approvals(6, costs, ['a', 'a', 'ab', 'b', 'c'])
  const plain = shareEqually(election, { completion: 'none', utility: 'cost' })
  const compared = shareEqually(election, { completion: 'none', utility: 'cost', compare: true })
  expect(plain.winners).not.toEqual(['a'])
  expect(compared).toMatchObject({ winners: ['a'], comparison: { preferEqualShares: 1, preferGreedy: 3, taken: 'greedy' } })
})

test('nonsense is refused', () => {
  const election = approvals(10, { a: 5 }, ['a'])
  expect(() => shareEqually({ ...election, budget: Number.NaN })).toThrow(new RangeError('the budget is no amount: NaN'))
  expect(() => shareEqually(election, { utility: 'points' })).toThrow(/give no points/)
  expect(() => shareEqually(election, { weights: [1, 2] })).toThrow(/2 weights for 1 voters/)
  expect(() => shareEqually(election, { increment: 0 })).toThrow(/increment/)
  expect(() => shareEqually({ ...election, ballots: [{ choices: [0, 0] }] })).toThrow(/twice/)
  expect(() => shareEqually({ ...election, ballots: [{ choices: [1] }] })).toThrow(/names project 1 of 1/)
})

test('an election nobody takes part in funds nothing', () => {
  expect(shareEqually({ budget: 5, projects: [{ id: 'a', cost: 1 }], ballots: [] })).toMatchObject({ winners: [], cost: 0 })
  expect(shareEqually(approvals(5, { a: 1 }, ['']))).toMatchObject({ winners: [], ended: 'all-bought' })
})
