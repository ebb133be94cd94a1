import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completeRows, reverseItems, scaleValues } from './answers.ts'
import { covarianceOf } from './covariance.ts'
import { alphaInterval, cronbachAlpha } from './cronbach-alpha.ts'
import { fitOneFactor } from './fit-one-factor.ts'
import { mcdonaldOmega } from './mcdonald-omega.ts'
import { attitude, holzingerSwineford, lord, spearman } from './published.testing.ts'

const seed = 20261123

test('the attitudes of clerks in thirty departments have alpha 0.84, between 0.74 and 0.92 (Chatterjee and Price; psych 2.4, alpha)', () => {
  const alpha = cronbachAlpha(covarianceOf(attitude))!
  expect(alpha).toBeCloseTo(0.84, 2)
  const { from, to } = alphaInterval(alpha, { people: 30, items: 7 })
  expect(from).toBeCloseTo(0.74, 2)
  expect(to).toBeCloseTo(0.92, 2)
})

test.each([
  ['visual', 0.626],
  ['textual', 0.883],
  ['speed', 0.688],
] as const)('the %s tests of Holzinger and Swineford 1939 have alpha %d (lavaan and semTools, reliability)', (scale, published) => {
  expect(cronbachAlpha(holzingerSwineford[scale])).toBeCloseTo(published, 3)
})

test('the interval of Feldt, Woodruff and Salih 1987 for alpha 0.79, 26 items, 41 people at 90 % is 0.71 to 0.86', () => {
  const { from, to } = alphaInterval(0.79, { people: 41, items: 26 }, 0.9)
  expect(from).toBeCloseTo(0.7063, 2)
  expect(to).toBeCloseTo(0.8595, 2)
})

test('Spearman’s five tests give the communalities and the criterion that SAS prints (Harman, pp. 116, 391)', () => {
  const factor = fitOneFactor(spearman)!
  expect(factor.discrepancy).toBeCloseTo(0.00759, 5)
  const communalities = factor.loadings.map((loading) => loading ** 2)
  ;[0.49542, 0.46625, 0.34391, 0.32029, 0.1587].forEach((published, item) => expect(communalities[item]).toBeCloseTo(published, 3))
})

test('Lord’s four vocabulary tests depart from one factor by a chi-square of 36.21 (Jöreskog 1971; SAS, PROC CALIS, H3)', () => {
  expect(fitOneFactor(lord)!.discrepancy * 648).toBeCloseTo(36.21, 1)
})

test('three items have one factor exactly: the loadings follow from the covariances', () => {
  const { loadings, discrepancy } = fitOneFactor(holzingerSwineford.textual)!
  expect(loadings[0]).toBeCloseTo(Math.sqrt((1.098 * 0.896) / 1.015), 4)
  expect(discrepancy).toBeCloseTo(0, 8)
})

test('omega is the share that was put in, whatever the units, and alpha falls short of it where items differ', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ loading: fc.double({ min: 0.3, max: 0.9, noNaN: true }), unit: fc.double({ min: 0.5, max: 3, noNaN: true }) }), {
        minLength: 3,
        maxLength: 7,
      }),
      (items) => {
        const loadings = items.map(({ loading, unit }) => loading * unit)
        const own = items.map(({ loading, unit }) => (1 - loading ** 2) * unit ** 2)
        const covariance = loadings.map((one, a) => loadings.map((other, b) => one * other + (a === b ? own[a]! : 0)))
        const common = loadings.reduce((sum, value) => sum + value, 0) ** 2
        const omega = common / (common + own.reduce((sum, value) => sum + value, 0))
        expect(mcdonaldOmega(covariance)).toBeCloseTo(omega, 3)
        expect(cronbachAlpha(covariance)!).toBeLessThanOrEqual(omega + 1e-9)
      },
    ),
    { seed, numRuns: 100 },
  )
})

const rows = fc
  .integer({ min: 3, max: 6 })
  .chain((items) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: items, maxLength: items }), { minLength: 8, maxLength: 40 }),
  )

test('alpha does not change when everybody answers one step higher, and is at most 1', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: -3, max: 3 }), (answers, shift) => {
      const before = cronbachAlpha(covarianceOf(answers))
      const after = cronbachAlpha(covarianceOf(answers.map((row) => row.map((value) => value + shift))))
      if (before === undefined || after === undefined) {
        expect(after).toBe(before)
        return
      }
      expect(after).toBeCloseTo(before, 9)
      expect(before).toBeLessThanOrEqual(1 + 1e-12)
    }),
    { seed, numRuns: 300 },
  )
})

test('an item that is turned twice is as it was, and turning all leaves alpha as it was', () => {
  fc.assert(
    fc.property(rows, (answers) => {
      const all = answers[0]!.map(() => true)
      const turned = reverseItems(answers, all, { low: 1, high: 5 })
      expect(reverseItems(turned, all, { low: 1, high: 5 })).toEqual(answers)
      const alpha = cronbachAlpha(covarianceOf(answers))
      if (alpha !== undefined) expect(cronbachAlpha(covarianceOf(completeRows(turned)))).toBeCloseTo(alpha, 9)
    }),
    { seed, numRuns: 100 },
  )
})

test('a scale counts for whoever answered half of it or more', () => {
  expect(scaleValues([[1, 2, undefined, undefined], [5, undefined, undefined, undefined], [], [4, 4, 1, 3]])).toEqual([
    1.5,
    undefined,
    undefined,
    3,
  ])
})

test('one item has no alpha, two have no omega, items that never vary have neither, and nonsense is refused', () => {
  expect(cronbachAlpha([[2]])).toBeUndefined()
  expect(mcdonaldOmega([[1, 0.5], [0.5, 1]])).toBeUndefined() // prettier-ignore
  expect(cronbachAlpha([[0, 0], [0, 0]])).toBeUndefined() // prettier-ignore
  expect(mcdonaldOmega([[0, 0, 0], [0, 1, 0.5], [0, 0.5, 1]])).toBeUndefined() // prettier-ignore
  expect(() => cronbachAlpha([[1, 0.5], [0.4, 1]])).toThrow(RangeError) // prettier-ignore
  expect(() => reverseItems([[6]], [true], { low: 1, high: 5 })).toThrow(RangeError)
  expect(() => covarianceOf([[1, 2]])).toThrow(RangeError)
})
