import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallPool } from './brute-force.testing.ts'
import { checkLottery, drawPanel } from './check-lottery.ts'
import { findDistribution } from './find-distribution.ts'
import { exampleStreet } from './instances.testing.ts'
import { commitTo, countRows, drawNumber, makeLottery, panelAt } from './lottery.ts'
import { probabilitiesOf, reportOn } from './report.ts'
import { loadSolver } from './solver.ts'
import { sortIntoTypes } from './sort-into-types.ts'

const solver = await loadSolver()
const street = exampleStreet()
const found = await findDistribution(solver, sortIntoTypes(street.pool, { seats: street.seats }), 'leximin')
if (found.kind === 'impossible') throw new Error('S Street has panels')
const lottery = makeLottery(found)
const published = { ...lottery, seed: 'five dice', commitment: commitTo(lottery) }

test('a thousand panels of twelve that keep every quota, and chances that sum to the seats', () => {
  expect(checkLottery(published, street.pool)).toEqual([])
  const counts = countRows(lottery)
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(12 * 1000)
})

test('rounding to a thousand panels moves nobody by more than half a per cent here, and the report says by how much', () => {
  const report = reportOn(found, lottery)
  expect(report.lottery.largestDifference).toBeLessThan(0.005)
  const counts = countRows(lottery)
  const furthest = [...probabilitiesOf(found)].map((chance, person) => Math.abs(chance - (counts.get(person + 1) ?? 0) / 1000))
  expect(report.lottery.largestDifference).toBeCloseTo(Math.max(...furthest), 12)
})

test('people who cannot be told apart are in equally many panels, give or take one', () => {
  const counts = countRows(lottery)
  for (const { people } of found.problem.types) {
    const theirs = people.map((person) => counts.get(street.pool.people[person]!.row) ?? 0)
    expect(Math.max(...theirs) - Math.min(...theirs)).toBeLessThanOrEqual(1)
  }
})

test('the same pool gives the same lottery, the same seed the same panel', async () => {
  const again = await findDistribution(solver, sortIntoTypes(street.pool, { seats: street.seats }), 'leximin')
  if (again.kind === 'impossible') throw new Error('S Street has panels')
  expect(commitTo(makeLottery(again))).toBe(published.commitment)
  expect(drawPanel(lottery, 'five dice')).toEqual(drawPanel(makeLottery(again), 'five dice'))
  expect(drawPanel(lottery, 'five dice')).not.toEqual(drawPanel(lottery, 'six dice'))
})

test('whatever is changed after the commitment is found', () => {
  const [first, ...rest] = published.panels
  const changed = { ...published, panels: [{ ...first!, rows: [...first!.rows].with(0, 999) }, ...rest] }
  expect(checkLottery(changed, street.pool)[0]).toBe('the commitment is not the hash of this lottery')
  expect(checkLottery({ ...changed, commitment: commitTo(changed) }, street.pool)).toEqual([
    'panel 1 of the list seats somebody who is no respondent',
  ])
  expect(checkLottery(published, street.pool, 'another')).toEqual(['the commitment is not the one published before the draw'])
  const fewer = { ...published, panels: rest }
  expect(checkLottery({ ...fewer, commitment: commitTo(fewer) }, street.pool)).toHaveLength(1)
  const other = {
    ...street.pool,
    people: street.pool.people.with(
      0,
      street.pool.people.find((one) => one.features[0] !== street.pool.people[0]!.features[0])!,
    ),
  }
  expect(checkLottery(published, other)).toContain('the lottery was made from other respondents or quotas')
})

test('numbers drawn by seeds are spread evenly', () => {
  const counts = new Map<number, number>()
  for (let seed = 0; seed < 6000; seed++) {
    const number = drawNumber('c', String(seed), 6)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  // Chi-squared with 5 degrees of freedom: over 20.5 comes once in a thousand.
  expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(20.5)
})

test('a number the lottery does not have is refused', () => {
  expect(panelAt(lottery, 999)).toHaveLength(12)
  for (const number of [-1, 1000, 1.5]) expect(() => panelAt(lottery, number)).toThrow(RangeError)
})

test('small pools: every panel of every lottery keeps quotas and households, chosen people sit in all, excluded in none', async () => {
  await fc.assert(
    fc.asyncProperty(smallPool, fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 40 }), async ({ pool, seats }, one, other, of) => {
      const row = (number: number) => (number % pool.people.length) + 1
      const excluded = row(one) === row(other) ? [] : [row(other)]
      const result = await findDistribution(solver, sortIntoTypes(pool, { seats, chosen: [row(one)], excluded }), 'leximin')
      if (result.kind === 'impossible') return
      const drawn = makeLottery(result, of)
      expect(checkLottery({ ...drawn, seed: '', commitment: commitTo(drawn) }, pool)).toEqual([])
      const counts = countRows(drawn)
      expect(counts.get(row(one))).toBe(of)
      for (const out of excluded) expect(counts.get(out)).toBeUndefined()
      for (const type of result.never)
        for (const person of result.problem.types[type]!.people) expect(counts.get(person + 1)).toBeUndefined()
    }),
    { seed: 20261123, numRuns: 60 },
  )
})
