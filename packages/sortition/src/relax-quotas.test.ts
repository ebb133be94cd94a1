import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyPanel, smallPool } from './brute-force.testing.ts'
import { checkQuotas } from './check-quotas.ts'
import { exampleStreet } from './instances.testing.ts'
import type { Pool } from './pool.ts'
import { relaxQuotas, type QuotaChange } from './relax-quotas.ts'
import { loadSolver } from './solver.ts'
import { sortIntoTypes } from './sort-into-types.ts'

const solver = await loadSolver()
const apply = (pool: Pool, changes: readonly QuotaChange[]): Pool => ({
  ...pool,
  quotas: pool.quotas.map((quota) => {
    const change = changes.find(({ category, feature }) => category === quota.category && feature === quota.feature)
    return change ? { ...quota, min: change.to[0], max: change.to[1] } : quota
  }),
})

test('small pools: the relaxation works, none is told where a panel exists, and no smaller one does', () => {
  fc.assert(
    fc.property(smallPool, ({ pool, seats }) => {
      const problem = sortIntoTypes(pool, { seats })
      const relaxation = relaxQuotas(solver, problem)
      const open = { ...pool, quotas: pool.quotas.map((quota) => ({ ...quota, min: 0, max: seats })) }
      if (relaxation.kind === 'too few people') {
        expect(everyPanel(open, seats)).toEqual([])
        return
      }
      expect(relaxation.kind).toBe('relaxed')
      expect(relaxation.changes.length === 0).toBe(everyPanel(pool, seats).length > 0)
      expect(everyPanel(apply(pool, relaxation.changes), seats).length).toBeGreaterThan(0)
      // Cheapest over all panels that any quotas allow.
      const cost = (panel: readonly number[]) =>
        pool.quotas.reduce((sum, { min, max }, quota) => {
          const count = panel.filter((person) => pool.people[person]!.features.includes(quota)).length
          return sum + (count < min ? (min - count) * (1 + 2 / min) : 0) + Math.max(0, count - max)
        }, 0)
      const told = relaxation.changes.reduce(
        (sum, { from, to }) => sum + (from[0] - to[0]) * (1 + 2 / Math.max(1, from[0])) + to[1] - from[1],
        0,
      )
      expect(told).toBeCloseTo(Math.min(...everyPanel(open, seats).map(cost)), 6)
    }),
    { seed: 20261123, numRuns: 100 },
  )
})

test('a locked quota is left alone while others can give, and named where it must give', () => {
  const people = [0, 0, 0, 1].map((feature, index) => ({ row: index + 1, features: [feature, index % 2 === 0 ? 2 : 3] }))
  const origin = [
    { category: 'origin', feature: 'local', min: 1, max: 1, minFlex: 1, maxFlex: 1 },
    { category: 'origin', feature: 'newcomer', min: 1, max: 1, minFlex: 1, maxFlex: 1 },
  ]
  const area = (min: number) => [
    { category: 'area', feature: 'north', min, max: 2 },
    { category: 'area', feature: 'south', min: 0, max: 2 },
  ]
  const problem = sortIntoTypes({ quotas: [...origin, ...area(2)], people }, { seats: 2 })
  expect(relaxQuotas(solver, problem)).toEqual({
    kind: 'relaxed',
    changes: [{ category: 'area', feature: 'north', from: [2, 2], to: [1, 2] }],
  })
  const allLocal = people.map((person) => ({ ...person, features: [0, person.features[1]!] }))
  expect(relaxQuotas(solver, sortIntoTypes({ quotas: [...origin, ...area(0)], people: allLocal }, { seats: 2 })).kind).toBe('locked')
})

test('what must give so that somebody has a chance', () => {
  const quotas = [
    { category: 'A', feature: 'a', min: 2, max: 2 },
    { category: 'A', feature: 'b', min: 0, max: 0 },
  ]
  const people = [0, 0, 0, 1].map((feature, index) => ({ row: index + 1, features: [feature] }))
  const relaxation = relaxQuotas(solver, sortIntoTypes({ quotas, people }, { seats: 2 }), 4)
  expect(relaxation).toEqual({
    kind: 'relaxed',
    changes: [
      { category: 'A', feature: 'a', from: [2, 2], to: [1, 2] },
      { category: 'A', feature: 'b', from: [0, 0], to: [0, 1] },
    ],
  })
})

test('plain contradictions are said in sentences', () => {
  const { pool } = exampleStreet()
  const sentences = (quotas: Pool['quotas'], seats = 12) =>
    checkQuotas(sortIntoTypes({ ...pool, quotas }, { seats })).map(({ sentence }) => sentence)
  expect(sentences(pool.quotas)).toEqual([])
  expect(sentences(pool.quotas.map((quota) => (quota.feature === 'newcomer' ? { ...quota, min: 7, max: 7 } : quota)))).toEqual([
    'the minima of "origin" add up to 13, more than the 12 seats',
  ])
  expect(sentences(pool.quotas, 70)).toContain('70 seats are left, but only 60 people can sit together')
})
