import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceLoads } from './balance-loads.ts'
import { approvals, elections, seeded } from './elections.testing.ts'
import { explainGreedy, explainLoads, explainShares } from './explain.ts'
import { fundGreedily } from './fund-greedily.ts'
import { readPb } from './read-pb.ts'
import { sayWhy } from './say-why.ts'
import { shareEqually } from './share-equally.ts'

const street = readPb(readFileSync(path.join(import.meta.dirname, '..', 's-street.pb'), 'utf8'))

test('S Street: every winner and loser of equal shares is explained', () => {
  const options = { completion: 'none' } as const
  const explanations = explainShares(street, shareEqually(street, options), options)
  expect(explanations.map(({ project, funded }) => [project, funded])).toEqual([
    ['bench', true],
    ['lamp', true],
    ['kitchen', true],
    ['room', true],
    ['stage', false],
  ])
  expect(explanations[2]!.why).toMatchObject({ kind: 'bought', round: 3, payment: 2750, inFull: 4, withRest: 1, broke: 0 })
  expect(explanations[4]!.why).toMatchObject({
    kind: 'short',
    moneyLeft: 5250,
    missing: 30750,
    missingEach: 5125,
    spentOn: [
      { project: 'lamp', amount: 25000 },
      { project: 'bench', amount: 20000 },
      { project: 'room', amount: 7000 },
      { project: 'kitchen', amount: 2750 },
    ],
    boughtAt: { endowment: 14401, budget: 144010 },
  })
  expect(explanations.map(sayWhy)).toEqual([
    'Benches under the plane trees (24,000, 6 votes): funded in round 1; each of its supporters paid 4,000; worth 6 full votes.',
    'Lamps in Lane 3 (30,000, 6 votes): funded in round 2; each of its supporters paid 5,000; worth 6 full votes.',
    'A shared kitchen (12,000, 5 votes): funded in round 3; 4 paid 2,750, 1 paid all they had left; worth 4.4 full votes.',
    'A room for homework after school (28,000, 4 votes): funded in round 4; each of its supporters paid 7,000; worth 4 full votes.',
    'A stage for the opera club (36,000, 6 votes): not funded; its 6 supporters had 5,250 left together, 30,750 too little; most of their money went to lamp (25,000); with a budget of 144,010 it would have been funded.',
  ])
})

test('the budget at which a loser would have been bought does buy it, and one step less does not', () => {
  fc.assert(
    fc.property(elections({ voters: 6, projects: 6 }), (election) => {
      const options = { completion: 'none', utility: 'cost' } as const
      const voters = election.ballots.length
      const affordable = { ...election, projects: election.projects.filter(({ cost }) => cost <= election.budget) }
      const places = affordable.projects.map((project) => election.projects.indexOf(project))
      const trimmed = {
        ...affordable,
        ballots: election.ballots.map(({ choices }) => ({
          choices: choices.map((place) => places.indexOf(place)).filter((place) => place >= 0),
        })),
      }
      for (const { project, why } of explainShares(trimmed, shareEqually(trimmed, options), options)) {
        if (why.kind !== 'short') continue
        const budget = Math.round(why.boughtAt!.budget)
        expect(shareEqually({ ...trimmed, budget }, options).winners).toContain(project)
        if (budget - voters > election.budget)
          expect(shareEqually({ ...trimmed, budget: budget - voters }, options).winners).not.toContain(project)
        expect(why.missing).toBeGreaterThan(-1e-9)
      }
    }),
    seeded(150),
  )
})

test('what completion, comparison, greedy and Phragmén did is explained for every project', () => {
  fc.assert(
    fc.property(elections({ voters: 6, projects: 6 }), fc.boolean(), (election, compare) => {
      const options = { completion: 'add1u', compare, budgets: false } as const
      const shares = shareEqually(election, options)
      const greedy = fundGreedily(election, { skip: false, threshold: 2 })
      const loads = balanceLoads(election)
      for (const [outcome, explanations] of [
        [shares, explainShares(election, shares, options)],
        [greedy, explainGreedy(election, greedy)],
        [loads, explainLoads(election, loads)],
      ] as const) {
        expect(explanations.map(({ project }) => project).toSorted()).toEqual(election.projects.map(({ id }) => id).toSorted())
        expect(explanations.filter(({ funded }) => funded).map(({ project }) => project)).toEqual(outcome.winners)
        for (const explanation of explanations) expect(sayWhy(explanation)).toMatch(/: .+\.$/)
      }
    }),
    seeded(150),
  )
})

test('nobody voted for it; it costs more than there is', () => {
  const election = approvals(10, { a: 11, b: 3 }, ['a'])
  const why = explainShares(election, shareEqually(election)).map(sayWhy)
  expect(why).toEqual([
    'Project a (11, 1 vote): not funded; it costs more than the whole budget.',
    'Project b (3, 0 votes): not funded; nobody voted for it.',
  ])
})
