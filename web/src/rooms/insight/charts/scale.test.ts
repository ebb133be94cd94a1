import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, rangeOf, roundUp, stretches, type Point } from './scale.ts'

const seed = 20261123
const shown = (value: number): Point => ({ estimate: { kind: 'shown', value, low: null, high: null } })
const few: Point = { estimate: { kind: 'few' } }

test('An axis begins at zero and ends at a round number', () => {
  expect(rangeOf([shown(37).estimate, few.estimate, null])).toEqual([0, 50])
  expect(rangeOf([{ kind: 'shown', value: -0.12, low: -0.19, high: 0.03 }])).toEqual([-0.2, 0.05])
  expect(rangeOf([few.estimate])).toEqual([0, 1])
})

test('Every value lies within its range, and a larger one never lower', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const range = rangeOf(values.map((value) => shown(value).estimate))
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(range[0] * (1 + 1e-5))
        expect(value).toBeLessThanOrEqual(range[1] * (1 + 1e-5))
      }
      const placed = values.toSorted((a, b) => a - b).map((value) => place(value, range, 100))
      expect(placed).toEqual(placed.toSorted((a, b) => a - b))
    }),
    { seed },
  )
})

test('Rounding up gives 1, 2 or 5 times a power of ten, and refuses what is not above zero', () => {
  expect([0.0003, 0.07, 1, 1.1, 3, 7, 100, 101].map(roundUp)).toEqual([0.0005, 0.1, 1, 2, 5, 10, 100, 200])
  expect(() => roundUp(0)).toThrow(RangeError)
})

test('A line is broken where too few were counted and where nothing was', () => {
  const points = [few, shown(1), shown(2), few, shown(3), { estimate: null }, shown(4)]
  expect(stretches(points).map((stretch) => stretch.map(({ index }) => index))).toEqual([[1, 2], [4], [6]])
})
