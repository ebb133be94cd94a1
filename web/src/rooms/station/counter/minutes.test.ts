import { expect, test } from 'vitest'
import { clockOf, dayAfter, minuteOf } from './minutes.ts'

test('half past eight is minute 510, and back', () => {
  expect(clockOf(510)).toBe('08:30')
  expect(minuteOf('08:30')).toBe(510)
  expect(minuteOf('')).toBeUndefined()
})

test('the day after the last of the month is the first', () => {
  expect(dayAfter('2026-11-30', 1)).toBe('2026-12-01')
  expect(dayAfter('2027-01-01', -1)).toBe('2026-12-31')
})
