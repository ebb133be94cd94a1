import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyPanel, goldilocksByForce, leximinByForce, smallPool } from './brute-force.testing.ts'
import { findDistribution, rules, type Distribution } from './find-distribution.ts'
import { exampleStreet, hasInstances, instance } from './instances.testing.ts'
import { isPanel } from './panel-rows.ts'
import type { Pool } from './pool.ts'
import { probabilitiesOf } from './report.ts'
import { loadSolver } from './solver.ts'
import { sortIntoTypes } from './sort-into-types.ts'

const solver = await loadSolver()
const lottery = async (pool: Pool, seats: number, rule: (typeof rules)[number]): Promise<Distribution> => {
  const found = await findDistribution(solver, sortIntoTypes(pool, { seats }), rule)
  if (found.kind === 'impossible') throw new Error('no panel')
  return found
}
const least = (values: Iterable<number>): number => Math.min(...values)

/** The optimum's smallest probability of real and made pools (Flanigan et al. 2021 for the first; the others by an exact program). */
const optima = [
  ['example_small_20', 0.1],
  ['sf_fixture_22', 1 / 11],
  ['opendlp_monitoring_30', 27 / 91],
  ['council_60_12', 3 / 19],
  ['gss_150_20', 2 / 23],
] as const

describe.skipIf(!hasInstances)('on the instances beside the checkout', () => {
  test.each(optima)('%s: leximin and maximin reach the optimum', async (name, optimum) => {
    const { pool, seats } = instance(name)
    for (const rule of ['leximin', 'maximin'] as const) {
      const found = least(probabilitiesOf(await lottery(pool, seats, rule)))
      expect(Math.abs(found / optimum - 1), rule).toBeLessThan(1e-6)
    }
  })
})

test('S Street: the lottery of every rule is over panels that keep every quota, and seats twelve', async () => {
  const { pool, seats } = exampleStreet()
  for (const rule of rules) {
    const found = await lottery(pool, seats, rule)
    expect(found.panels.every((panel) => isPanel(found.problem, panel))).toBe(true)
    expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(probabilitiesOf(found).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(seats, 9)
  }
})

test('quotas that nobody’s chance depends on leave everybody the same chance', async () => {
  const people = Array.from({ length: 10 }, (_, index) => ({ row: index + 1, features: [index % 2] }))
  const quotas = ['even', 'odd'].map((feature) => ({ category: 'row', feature, min: 0, max: 3 }))
  for (const rule of rules) {
    for (const chance of probabilitiesOf(await lottery({ quotas, people }, 3, rule))) expect(chance).toBeCloseTo(0.3, 9)
  }
})

test('somebody in no panel is told, and the others still get their best', async () => {
  // One of a and nobody of b: whoever is b never sits.
  const quotas = [
    { category: 'A', feature: 'a', min: 2, max: 2 },
    { category: 'A', feature: 'b', min: 0, max: 0 },
  ]
  const people = [0, 0, 0, 0, 1].map((feature, index) => ({ row: index + 1, features: [feature] }))
  for (const rule of rules) {
    const found = await lottery({ quotas, people }, 2, rule)
    expect(found.never.flatMap((type) => found.problem.types[type]!.people)).toEqual([4])
    expect([...probabilitiesOf(found)].map((chance) => Number(chance.toFixed(9)))).toEqual([0.5, 0.5, 0.5, 0.5, 0])
  }
})

const runs = { seed: 20261123, numRuns: 60 }

test('small pools: leximin equals brute force for every person, and who is in no panel is found', async () => {
  await fc.assert(
    fc.asyncProperty(smallPool, async ({ pool, seats }) => {
      const panels = everyPanel(pool, seats)
      const found = await findDistribution(solver, sortIntoTypes(pool, { seats }), 'leximin')
      expect(found.kind).toBe(panels.length === 0 ? 'impossible' : 'lottery')
      if (found.kind === 'impossible') return
      const forced = leximinByForce(solver, panels, pool.people.length)
      probabilitiesOf(found).forEach((chance, person) => expect(Math.abs(chance - forced[person]!)).toBeLessThan(1e-6))
      const covered = new Set(panels.flat())
      const never = found.never.flatMap((type) => found.problem.types[type]!.people).toSorted((one, other) => one - other)
      expect(never).toEqual([...pool.people.keys()].filter((person) => !covered.has(person)))
    }),
    runs,
  )
})

test('small pools: maximin, Nash and Goldilocks equal brute force', async () => {
  await fc.assert(
    fc.asyncProperty(smallPool, async ({ pool, seats }) => {
      const panels = everyPanel(pool, seats)
      if (panels.length === 0) return
      const covered = [...new Set(panels.flat())]
      const chances = async (rule: (typeof rules)[number]) => probabilitiesOf(await lottery(pool, seats, rule))
      const forced = leximinByForce(solver, panels, pool.people.length)
      const leximin = least(covered.map((person) => forced[person]!))
      const maximin = await chances('maximin')
      expect(least(covered.map((person) => maximin[person]!))).toBeCloseTo(leximin, 6)
      // The greatest product: no panel is worth more than the number of people (first-order condition of a concave problem).
      const nash = await chances('nash')
      for (const panel of panels) {
        expect(panel.reduce((sum, person) => sum + 1 / nash[person]!, 0)).toBeLessThan(covered.length * (1 + 1e-5))
      }
      const goldilocks = await chances('goldilocks')
      const inside = covered.map((person) => goldilocks[person]!)
      const even = seats / covered.length
      const worth = Math.max(...inside) / even + even / least(inside)
      expect(worth).toBeLessThan(goldilocksByForce(solver, panels, covered, seats) * (1 + 1e-5))
    }),
    { ...runs, numRuns: 25 },
  )
}, 60_000)

test('whoever waits can end the work', async () => {
  const { pool, seats } = exampleStreet()
  const stop = new AbortController()
  const work = findDistribution(solver, sortIntoTypes(pool, { seats }), 'leximin', {
    signal: stop.signal,
    onProgress: () => stop.abort(new Error('enough')),
  })
  await expect(work).rejects.toThrow('enough')
})
