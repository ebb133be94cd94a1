import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, hedgesG } from './compare-means.ts'
import { benjaminiHochberg, holm } from './correct-for-many.ts'
import { designEffect, effectiveCount, marginOfError } from './design-effect.ts'
import { fQuantile, tBound, tChance } from './distributions.ts'
import { estimateMean, meanInterval } from './estimate-mean.ts'
import { sleep } from './published.testing.ts'
import { responseRate1 } from './response-rate.ts'

const seed = 20261123
const equal = (values: readonly number[]) => values.map((value) => ({ value, weight: 1 }))

test('bounds of t and F are those of the printed tables', () => {
  expect(tBound(0.95, 10)).toBeCloseTo(2.228, 3)
  expect(tBound(0.99, 30)).toBeCloseTo(2.75, 3)
  expect(tBound(0.95, 1)).toBeCloseTo(12.706, 3)
  expect(tBound(0.95, 1e6)).toBeCloseTo(1.96, 3)
  expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.326, 3)
  expect(fQuantile(0.975, 10, 20)).toBeCloseTo(2.774, 3)
  expect(tChance(tBound(0.95, 17), 17)).toBeCloseTo(0.05, 9)
})

test('Student’s sleep: t -1.8608 with 17.776 degrees of freedom, p 0.07939, -3.3655 to 0.2055 (Welch; R, t.test), g -0.797', () => {
  const [one, other] = [estimateMean(equal(sleep.first))!, estimateMean(equal(sleep.second))!]
  const difference = differenceOf(one, other)!
  expect(difference.t).toBeCloseTo(-1.8608, 4)
  expect(difference.df).toBeCloseTo(17.776, 3)
  expect(difference.p).toBeCloseTo(0.07939, 5)
  expect(difference.from).toBeCloseTo(-3.3654832, 5)
  expect(difference.to).toBeCloseTo(0.2054832, 5)
  expect(hedgesG(one, other)).toBeCloseTo(-0.797, 3)
})

test('fifteen p-values of Benjamini and Hochberg 1995: their procedure keeps four at 0.05, Holm’s three', () => {
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  expect(benjaminiHochberg(p).filter((value) => value <= 0.05)).toHaveLength(4)
  expect(holm(p).filter((value) => value <= 0.05)).toHaveLength(3)
})

test('Holm: 0.01, 0.02, 0.03 and 0.04 become 0.04, 0.06, 0.06 and 0.06 (R, p.adjust), in whatever order they stand', () => {
  const adjusted = holm([0.04, 0.01, 0.03, 0.02])
  ;[0.06, 0.04, 0.06, 0.06].forEach((value, at) => expect(adjusted[at]).toBeCloseTo(value, 12))
})

test('corrected chances keep their order, are never smaller than before nor above one', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (p) => {
      for (const correct of [holm, benjaminiHochberg]) {
        const adjusted = correct(p)
        p.forEach((one, a) => {
          expect(adjusted[a]).toBeGreaterThanOrEqual(one - 1e-15)
          expect(adjusted[a]).toBeLessThanOrEqual(1)
          p.forEach((other, b) => one < other && expect(adjusted[a]).toBeLessThanOrEqual(adjusted[b]!))
        })
        holm(p).forEach((value, at) => expect(benjaminiHochberg(p)[at]).toBeLessThanOrEqual(value + 1e-15))
      }
    }),
    { seed, numRuns: 300 },
  )
})

test('650 complete, 50 partial, 150 refused, 100 not met, 30 other, 20 unknown: RR1 is 65 %; those not eligible leave the sum', () => {
  const doors = { complete: 650, partial: 50, refusal: 150, nonContact: 100, other: 30, unknown: 20, notEligible: 0 }
  expect(responseRate1(doors)).toBeCloseTo(0.65, 12)
  expect(responseRate1({ ...doors, notEligible: 400 })).toBeCloseTo(0.65, 12)
  expect(responseRate1({ complete: 0, partial: 0, refusal: 0, nonContact: 0, other: 0, unknown: 0, notEligible: 3 })).toBeUndefined()
  expect(() => responseRate1({ ...doors, partial: -1 })).toThrow(RangeError)
})

test('equal weights have design effect 1; half with weight 1 and half with 3 have 1.25, so 100 answers count as 80', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 200 }), (weight, count) => {
      expect(designEffect(Array.from({ length: count }, () => weight))).toBeCloseTo(1, 9)
    }),
    { seed, numRuns: 100 },
  )
  const weights = Array.from({ length: 100 }, (_, place) => (place % 2 === 0 ? 1 : 3))
  expect(designEffect(weights)).toBeCloseTo(1.25, 12)
  expect(effectiveCount(weights)).toBeCloseTo(80, 9)
})

test('a thousand answers are off by 3.1 points at most, four hundred by 4.9', () => {
  expect(marginOfError(1000)).toBeCloseTo(0.031, 3)
  expect(marginOfError(400)).toBeCloseTo(0.049, 3)
  expect(marginOfError(500, 1.25)).toBeCloseTo(marginOfError(400), 12)
})

const people = fc.array(fc.record({ value: fc.integer({ min: 1, max: 5 }), weight: fc.double({ min: 0.5, max: 4, noNaN: true }) }), {
  minLength: 3,
  maxLength: 60,
})

test('with equal weights the standard error is the one of every textbook: s / √n', () => {
  fc.assert(
    fc.property(people, (answers) => {
      const values = answers.map(({ value }) => value)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
      expect(estimateMean(equal(values))!.standardError).toBeCloseTo(Math.sqrt(variance / values.length), 9)
    }),
    { seed, numRuns: 200 },
  )
})

test('with cells weighted to their people it is the one of stratified samples: √ Σ W² s² / n (Cochran 1977, 5.13)', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          values: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 20 }),
          people: fc.integer({ min: 50, max: 5000 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      (cells) => {
        const whole = cells.reduce((sum, { people: here }) => sum + here, 0)
        const of = (values: readonly number[]) => {
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length
          return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) }
        }
        const estimate = estimateMean(
          cells.flatMap(({ values, people: here }, cell) =>
            values.map((value) => ({ value, weight: here / values.length, stratum: String(cell) })),
          ),
        )!
        const expected = cells.map(({ values, people: here }) => ({ ...of(values), share: here / whole, count: values.length }))
        expect(estimate.mean).toBeCloseTo(
          expected.reduce((sum, { share, mean }) => sum + share * mean, 0),
          9,
        )
        expect(estimate.standardError).toBeCloseTo(
          Math.sqrt(expected.reduce((sum, { share, variance, count }) => sum + (share ** 2 * variance) / count, 0)),
          9,
        )
      },
    ),
    { seed, numRuns: 200 },
  )
})

test('two who live behind one door and say the same count as one', () => {
  fc.assert(
    fc.property(people, (answers) => {
      const once = estimateMean(answers)!
      const twice = estimateMean(answers.flatMap((answer, door) => [answer, answer].map((one) => ({ ...one, cluster: String(door) }))))!
      expect(twice.mean).toBeCloseTo(once.mean, 9)
      expect(twice.standardError).toBeCloseTo(once.standardError, 9)
      expect(twice.df).toBe(once.df)
    }),
    { seed, numRuns: 100 },
  )
})

test('the mean lies in its interval, and a larger share of sure means a wider one', () => {
  fc.assert(
    fc.property(people, (answers) => {
      const estimate = estimateMean(answers)!
      const [narrow, wide] = [meanInterval(estimate, 0.8), meanInterval(estimate, 0.95)]
      expect(wide.from).toBeLessThanOrEqual(narrow.from + 1e-12)
      expect(narrow.from).toBeLessThanOrEqual(estimate.mean + 1e-12)
      expect(wide.to).toBeGreaterThanOrEqual(narrow.to - 1e-12)
    }),
    { seed, numRuns: 100 },
  )
})

test('one answer, or one answer in every cell, gives no estimate: nobody can tell how sure it is', () => {
  expect(estimateMean([])).toBeUndefined()
  expect(estimateMean(equal([3]))).toBeUndefined()
  expect(estimateMean([{ value: 1, weight: 1, stratum: 'a' }, { value: 2, weight: 1, stratum: 'b' }])).toBeUndefined() // prettier-ignore
  expect(() => estimateMean([{ value: 1, weight: 0 }])).toThrow(RangeError)
})
