import { expect, test } from 'vitest'
import { costOfQuotas } from './cost-of-quotas.ts'
import { findDistribution } from './find-distribution.ts'
import { exampleStreet } from './instances.testing.ts'
import { makeLottery } from './lottery.ts'
import { geometricMeanOf, giniOf, reportOn } from './report.ts'
import { loadSolver } from './solver.ts'
import { sortIntoTypes } from './sort-into-types.ts'

const solver = await loadSolver()

test('Gini coefficient and geometric mean of known lists', () => {
  expect(giniOf([1, 1, 1, 1])).toBe(0)
  expect(giniOf([0, 0, 0, 1])).toBeCloseTo(0.75, 12)
  expect(giniOf([1, 2, 3])).toBeCloseTo(2 / 9, 12)
  expect(geometricMeanOf([1, 4])).toBeCloseTo(2, 12)
  expect(geometricMeanOf([0, 4])).toBe(0)
})

test('the report tells least and greatest chance of every group', async () => {
  const { pool, seats } = exampleStreet()
  const found = await findDistribution(solver, sortIntoTypes(pool, { seats }), 'leximin')
  if (found.kind === 'impossible') throw new Error('S Street has panels')
  const report = reportOn(found, makeLottery(found))
  expect(report.groups).toHaveLength(pool.quotas.length)
  for (const { least, greatest, mean, people } of report.groups) {
    if (people === 0) continue
    expect(least).toBeGreaterThanOrEqual(report.minimum)
    expect(greatest).toBeLessThanOrEqual(report.maximum)
    expect(mean! >= least! - 1e-12 && mean! <= greatest! + 1e-12).toBe(true)
  }
  const seatsOfGenders = report.groups
    .filter(({ category }) => category === 'gender')
    .reduce((sum, { mean, people }) => sum + (mean ?? 0) * people, 0)
  expect(seatsOfGenders).toBeCloseTo(seats, 9)
})

test('a quota is as dear as the least chance it takes away', async () => {
  // Half the seats are for two of ten people: the others have a quarter, all would have two fifths without it.
  const quotas = [
    { category: 'origin', feature: 'newcomer', min: 2, max: 2 },
    { category: 'origin', feature: 'local', min: 0, max: 4 },
  ]
  const people = Array.from({ length: 10 }, (_, index) => ({ row: index + 1, features: [index < 2 ? 0 : 1] }))
  const costs = await costOfQuotas(solver, { quotas, people }, { seats: 4 })
  expect(costs.map(({ feature }) => feature)).toEqual([null, 'newcomer', 'local'])
  for (const { least } of costs) expect(least).toBeCloseTo(0.25, 9)
  expect(costs.map(({ leastWithout }) => Number(leastWithout.toFixed(9)))).toEqual([0.4, 0.4, 0.25])
})
