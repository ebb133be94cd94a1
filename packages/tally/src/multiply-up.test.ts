import fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiplyUp, one } from './multiply-up.ts'

const scale = BigInt(one)
const exactly = (a: number, b: number): number => Number((BigInt(a) * BigInt(b) + scale - 1n) / scale)
const near = fc.oneof(fc.integer({ min: 0, max: one }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: one - 5, max: one }))

test('products rounded up equal those of whole numbers without limit', () => {
  fc.assert(
    fc.property(near, near, (a, b) => multiplyUp(a, b) === exactly(a, b)),
    { seed: 20261123, numRuns: 20_000 },
  )
})

test('products that fall on a ninth decimal stay there', () => {
  for (const [a, b] of [
    [one, one],
    [one / 2, one / 5],
    [1000, 1_000_000],
    [0, 7],
    [one, 333_333_333],
    [999_999_999, one],
  ] as const)
    expect(multiplyUp(a, b)).toBe(exactly(a, b))
})
