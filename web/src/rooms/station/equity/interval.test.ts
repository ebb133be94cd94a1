import { expect, test } from 'vitest'
import { type Benefit, grantedShare, wilson } from './interval.ts'

test('81 of 263: 0.2553 to 0.3662, as published (Newcombe 1998, table I, method 3)', () => {
  const { low, high } = wilson(81, 263)
  expect(low).toBeCloseTo(0.2553, 4)
  expect(high).toBeCloseTo(0.3662, 4)
})

test('none of 20 and 20 of 20 stay between 0 and 1', () => {
  expect(wilson(0, 20).low).toBe(0)
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4)
  expect(wilson(20, 20).high).toBe(1)
  expect(() => wilson(3, 0)).toThrow(RangeError)
})

test('where one of the two counts is hidden there is no share', () => {
  const few = { kind: 'few' } as const
  const shown: Benefit = {
    group: 'local',
    granted: { kind: 'shown', count: 30 },
    notGranted: { kind: 'shown', count: 10 },
    rate: { kind: 'shown', value: 0.75 },
    daysMedian: few,
    daysP90: few,
    ownDaysMedian: few,
    extraVisits: few,
  }
  expect(grantedShare(shown)).toMatchObject({ share: 0.75, count: 30, of: 40 })
  expect(grantedShare({ ...shown, notGranted: few })).toBeNull()
  expect(grantedShare({ ...shown, granted: few })).toBeNull()
})
