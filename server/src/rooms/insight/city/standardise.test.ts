import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../indicators/intervals.ts'
import { standardise, weightsOf } from './standardise.ts'

const seed = 20261123
const stratum = fc.integer({ min: 10, max: 5000 }).chain((of) => fc.integer({ min: 5, max: of - 5 }).map((yes) => ({ yes, of })))
const street = fc.record({ newcomer: stratum, local: stratum })

test('an example by hand: equal weights, 30 of 100 and 70 of 100, is a half', () => {
  const both = { newcomer: { yes: 30, of: 100 }, local: { yes: 70, of: 100 } }
  const { value, low, high } = standardise(both, { newcomer: 0.5, local: 0.5 })
  // Wilson: 0.3 in 0.21895 to 0.39585, 0.7 in 0.60415 to 0.78105.
  expect(value).toBeCloseTo(0.5, 12)
  expect(low).toBeCloseTo(0.5 - 0.5 * Math.hypot(0.3 - 0.218949, 0.7 - 0.604149), 5)
  expect(high).toBeCloseTo(0.5 + 0.5 * Math.hypot(0.395851 - 0.3, 0.781051 - 0.7), 5)
})

test('two streets in which each group fares alike come out alike, however they are made up (Simpson)', () => {
  const many = { newcomer: { yes: 270, of: 900 }, local: { yes: 70, of: 100 } }
  const few = { newcomer: { yes: 30, of: 100 }, local: { yes: 630, of: 900 } }
  const weights = weightsOf([many, few])!
  expect(weights).toEqual({ newcomer: 0.5, local: 0.5 })
  expect((270 + 70) / 1000).not.toBeCloseTo((30 + 630) / 1000, 1)
  expect(standardise(many, weights).value).toBeCloseTo(standardise(few, weights).value, 12)
})

test('the city standardised to itself is the city’s own share', () => {
  fc.assert(
    fc.property(fc.array(street, { minLength: 1, maxLength: 20 }), (streets) => {
      const sum = (group: 'newcomer' | 'local', part: 'yes' | 'of') => streets.reduce((total, one) => total + one[group][part], 0)
      const city = {
        newcomer: { yes: sum('newcomer', 'yes'), of: sum('newcomer', 'of') },
        local: { yes: sum('local', 'yes'), of: sum('local', 'of') },
      }
      const { value } = standardise(city, weightsOf(streets)!)
      expect(value).toBeCloseTo((city.newcomer.yes + city.local.yes) / (city.newcomer.of + city.local.of), 10)
    }),
    { seed },
  )
})

test('the share lies between those of the groups and within its interval, and all weight on one group gives that group’s own interval', () => {
  fc.assert(
    fc.property(street, fc.double({ min: 0, max: 1, noNaN: true }), (both, weight) => {
      const [newcomer, local] = [wilson(both.newcomer.yes, both.newcomer.of), wilson(both.local.yes, both.local.of)]
      const { value, low, high } = standardise(both, { newcomer: weight, local: 1 - weight })
      expect(value).toBeGreaterThanOrEqual(Math.min(newcomer.value, local.value) - 1e-12)
      expect(value).toBeLessThanOrEqual(Math.max(newcomer.value, local.value) + 1e-12)
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      const one = standardise(both, { newcomer: 1, local: 0 })
      expect([one.value, one.low, one.high]).toEqual([newcomer.value, expect.closeTo(newcomer.low, 10), expect.closeTo(newcomer.high, 10)])
    }),
    { seed },
  )
})

test('weights that are none are refused, and without a street there are none', () => {
  const both = { newcomer: { yes: 30, of: 100 }, local: { yes: 70, of: 100 } }
  for (const weights of [
    { newcomer: 0.5, local: 0.6 },
    { newcomer: -0.1, local: 1.1 },
    { newcomer: Number.NaN, local: 1 },
  ])
    expect(() => standardise(both, weights)).toThrow(RangeError)
  expect(weightsOf([])).toBeUndefined()
})
