import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftForOthers, mostShiftsAsked } from './window-share.ts'

test('of nine shifts six may be asked for, of ten six, of two one, of one none', () =>
  expect([9, 10, 2, 1, 0].map(mostShiftsAsked)).toEqual([6, 6, 1, 0, 0]))

test('however many shifts: asking as much as is allowed leaves one in three, and one more would not', () =>
  fc.assert(
    fc.property(fc.nat(400), (shifts) => {
      const most = mostShiftsAsked(shifts)
      expect(leftForOthers(shifts, most) * 3).toBeGreaterThanOrEqual(shifts)
      expect(leftForOthers(shifts, most + 1) * 3).toBeLessThan(shifts)
    }),
    { seed: 20261123 },
  ))
