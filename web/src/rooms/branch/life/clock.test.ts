import { expect, test } from 'vitest'
import { clockOf, minuteOf, monthAfter } from './clock.ts'

test('minutes are read and written as hours', () => {
  expect([clockOf(540), clockOf(1170), minuteOf('19:30'), minuteOf('')]).toEqual(['09:00', '19:30', 1170, undefined])
})
test('months go over the year', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1), monthAfter('2026-11', 0)]).toEqual(['2027-01', '2026-12', '2026-11'])
})
