import { expect, test } from 'vitest'
import { momentAt } from './clock.ts'

test.each([
  ['2026-11-20T11:00:00.000Z', '19:30', '2026-11-20T11:30:00.000Z'],
  ['2026-11-20T14:00:00.000Z', '23:45', '2026-11-20T15:45:00.000Z'],
  ['2026-11-20T14:00:00.000Z', '00:30', '2026-11-20T16:30:00.000Z'],
  ['2026-11-20T01:00:00.000Z', '08:30', '2026-11-20T00:30:00.000Z'],
])('of a shift that starts at %s, %s is %s', (startsAt, clock, moment) => {
  expect(momentAt(startsAt, clock)).toBe(moment)
})
