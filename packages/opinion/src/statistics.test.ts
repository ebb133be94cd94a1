import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaQuantile, incompleteBeta } from './beta-quantile.ts'
import { controlFalseDiscoveries } from './control-false-discoveries.ts'
import { normalTail } from './normal-tail.ts'
import { propTest, twoPropTest } from './z-tests.ts'

const runs = { seed: 20261123, numRuns: 200 }

test('the tail of the normal distribution is as in the tables', () => {
  expect(normalTail(0)).toBe(0.5)
  expect(normalTail(1.2815515655446004)).toBeCloseTo(0.1, 12)
  expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12)
  expect(normalTail(-1.6448536269514722)).toBeCloseTo(0.95, 12)
  expect(normalTail(6) / 9.865876450376946e-10).toBeCloseTo(1, 9)
  expect(normalTail(2.9999999) / normalTail(3.0000001)).toBeCloseTo(1, 5)
  expect(() => normalTail(Number.NaN)).toThrow(RangeError)
})

test('a share with whole-number counts: the incomplete beta function is a binomial tail', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 }), share, (a, b, x) => {
      const trials = a + b - 1
      let tail = 0
      for (let wins = a; wins <= trials; wins++) tail += choose(trials, wins) * x ** wins * (1 - x) ** (trials - wins)
      expect(incompleteBeta(x, a, b)).toBeCloseTo(tail, 11)
    }),
    runs,
  )
})

test('quantiles of Beta(a, 1) and Beta(1, b) are roots', () => {
  expect(betaQuantile(0.1, 6, 1)).toBeCloseTo(0.1 ** (1 / 6), 12)
  expect(betaQuantile(0.9, 1, 4)).toBeCloseTo(1 - 0.1 ** (1 / 4), 12)
  expect(betaQuantile(0.5, 300_000, 300_000)).toBeCloseTo(0.5, 10)
  expect(() => betaQuantile(1, 1, 1)).toThrow(RangeError)
  expect(() => betaQuantile(0.5, 0, 1)).toThrow(RangeError)
})

test('a quantile is where the distribution reaches the probability', () => {
  const counts = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(counts, counts, fc.constantFrom(0.1, 0.5, 0.9), (a, b, probability) => {
      expect(incompleteBeta(betaQuantile(probability, a, b), a, b)).toBeCloseTo(probability, 8)
    }),
    runs,
  )
})

test('false discoveries: the example of Benjamini and Hochberg keeps the four smallest of fifteen at 0.05', () => {
  const pValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  expect([...controlFalseDiscoveries(pValues)].map((q) => q <= 0.05)).toEqual(pValues.map((_, at) => at < 4))
  expect(() => controlFalseDiscoveries([2])).toThrow(RangeError)
  expect(controlFalseDiscoveries([])).toHaveLength(0)
})

test('the two tests of Polis on figures that Polis printed', () => {
  expect(propTest(25, 26)).toBeCloseTo(4.811252243246882, 12)
  expect(twoPropTest(5, 5, 5, 5)).toBe(0)
})

function choose(from: number, count: number): number {
  let ways = 1
  for (let at = 1; at <= count; at++) ways = (ways * (from - count + at)) / at
  return ways
}
