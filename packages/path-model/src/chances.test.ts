import { expect, test } from 'vitest'
import { awayChiSquareBelow, beyondT, chiSquareTail } from './chances.ts'
import { normalQuantile, normalTail } from './normal.ts'

test('chi-square: the 5 % points of the printed tables', () => {
  for (const [df, point] of [
    [1, 3.841458820694124],
    [2, 5.991464547107979],
    [5, 11.070497693516351],
    [10, 18.307038053275146],
    [100, 124.34211340400407],
  ] as const)
    expect(chiSquareTail(point, df)).toBeCloseTo(0.05, 12)
  expect(chiSquareTail(0, 3)).toBe(1)
})

test('t: the two-sided 5 % points of the printed tables', () => {
  for (const [df, point] of [
    [1, 12.706204736174694],
    [4, 2.7764451051977934],
    [30, 2.0422724563012373],
    [120, 1.9799304050824413],
  ] as const) {
    expect(beyondT(point, df)).toBeCloseTo(0.05, 12)
    expect(beyondT(-point, df)).toBeCloseTo(0.05, 12)
  }
})

test('normal: tail and quantile undo each other, and meet the table', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12)
  for (const chance of [1e-9, 0.003, 0.2, 0.61, 0.9999]) expect(1 - normalTail(normalQuantile(chance))).toBeCloseTo(chance, 12)
})

test('noncentral chi-square: no noncentrality is the central one; values as SciPy gives them', () => {
  expect(awayChiSquareBelow(7, 4, 0)).toBeCloseTo(1 - chiSquareTail(7, 4), 14)
  for (const [x, df, away, chance] of [
    [11.078, 5, 6.0, 0.5676192577243199],
    [3.0, 2, 0.5, 0.695906030043514],
    [150.0, 20, 120.0, 0.6817761796190983],
    [700.0, 3, 600.0, 0.9727809433194538],
  ] as const)
    expect(awayChiSquareBelow(x, df, away)).toBeCloseTo(chance, 10)
})

test('nonsense is refused', () => {
  expect(() => chiSquareTail(-1, 2)).toThrow(RangeError)
  expect(() => beyondT(1, 0)).toThrow(RangeError)
  expect(() => normalQuantile(2)).toThrow(RangeError)
  expect(() => awayChiSquareBelow(1, 2, -1)).toThrow(RangeError)
})
