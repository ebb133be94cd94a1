import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approvals, elections, seeded } from './elections.testing.ts'
import { fundGreedily } from './fund-greedily.ts'

const street = approvals(10, { a: 8, b: 4, c: 2, d: 1 }, ['ab', 'ab', 'ab', 'bc', 'ac', 'd', 'a'])

test('the most votes first; what does not fit is skipped, or ends it', () => {
  expect(fundGreedily(street).winners).toEqual(['a', 'c'])
  expect(fundGreedily(street, { skip: false }).winners).toEqual(['a'])
  expect(fundGreedily(street, { skip: false }).turns.map(({ result }) => result)).toEqual([
    'funded',
    'does-not-fit',
    'after-the-end',
    'after-the-end',
  ])
})

test('a threshold, and utility per money', () => {
  expect(fundGreedily(street, { threshold: 3 }).winners).toEqual(['a'])
  // Votes per money: d 1, c 1, b 1, a 5/8; of equals the cheapest first.
  expect(fundGreedily(street, { by: 'value', utility: 'cardinality' }).winners).toEqual(['d', 'c', 'b'])
})

test('points are summed; nobody who gives 0 supports', () => {
  const election = {
    budget: 3,
    projects: ['a', 'b', 'c'].map((id) => ({ id, cost: 3 })),
    ballots: [
      { choices: [0, 1], points: [1, 5] },
      { choices: [0, 2], points: [1, 0] },
    ],
  }
  expect(fundGreedily(election).turns).toMatchObject([
    { project: 'b', votes: 1, score: 5, result: 'funded' },
    { project: 'a', votes: 2, score: 2, result: 'does-not-fit' },
    { project: 'c', votes: 0, result: 'unsupported' },
  ])
})

test('with cost utility, utility per money is the number of votes', () => {
  fc.assert(
    fc.property(elections({ voters: 8, projects: 8 }), (election) => {
      const byVotes = fundGreedily(election, { by: 'votes' })
      expect(fundGreedily(election, { by: 'value', utility: 'cost' }).winners).toEqual(byVotes.winners)
      expect(byVotes.cost).toBeLessThanOrEqual(election.budget)
      // Maximal: nothing supported that is left would still fit.
      for (const { project, result } of byVotes.turns)
        if (result === 'does-not-fit')
          expect(election.projects.find(({ id }) => id === project)!.cost).toBeGreaterThan(election.budget - byVotes.cost)
    }),
    seeded(200),
  )
})
