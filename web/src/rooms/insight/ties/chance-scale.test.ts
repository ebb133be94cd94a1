import { expect, test } from 'vitest'
import { placeOf, scaleOf, verdictOf } from './chance-scale.ts'

const compared = { observed: 30, expected: 40, low: 34, high: 46, z: -3, percentile: 0.001, p: 0.002 }

test('what chance gives lies in the middle, and everything is on the picture', () => {
  const scale = scaleOf([compared, { ...compared, observed: 60 }])
  expect(placeOf(40, 40, scale)).toBe(0.5)
  for (const value of [30, 34, 46, 60]) {
    expect(placeOf(value, 40, scale)).toBeGreaterThan(0)
    expect(placeOf(value, 40, scale)).toBeLessThan(1)
  }
  expect(placeOf(5, 0, scaleOf([{ ...compared, expected: 0 }]))).toBe(0.5)
})

test('more or fewer is said only outside the range of chance', () => {
  expect(verdictOf(compared)).toBe('fewer')
  expect(verdictOf({ ...compared, observed: 50 })).toBe('more')
  expect(verdictOf({ ...compared, observed: 40, p: 0.9 })).toBe('asChance')
  expect(verdictOf({ ...compared, p: 0.06 })).toBe('asChance')
  expect(verdictOf({ ...compared, z: null })).toBe('onlyOne')
})
