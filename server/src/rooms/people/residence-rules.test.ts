import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuid7 } from '../../platform/codes.ts'
import { atLeast, isDrawnForRecheck, validUntil } from './residence-rules.ts'

test('a level counts for 24 months, leap days included', () => {
  expect(validUntil('2026-11-23', 24)).toBe('2028-11-22')
  expect(validUntil('2028-02-29', 24)).toBe('2030-02-27')
  expect(validUntil('2026-01-31', 1)).toBe('2026-02-27')
})

test('a later confirmation never ends earlier', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (one, other) => (one <= other ? validUntil(one, 24) <= validUntil(other, 24) : true)),
    { seed: 20261123, numRuns: 300 },
  )
})

test('about one confirmation in twenty is drawn for a second look, all of them when the street wants all', () => {
  let drawn = 0
  for (let n = 0; n < 20_000; n++) if (isDrawnForRecheck(uuid7(1_790_000_000_000 + n), 5)) drawn++
  for (let n = 0; n < 100; n++) expect(isDrawnForRecheck(uuid7(1_790_000_000_000 + n), 100)).toBe(true)
  expect(drawn).toBeGreaterThan(850)
  expect(drawn).toBeLessThan(1150)
})

test('confirmed stands above attested, attested above a phone', () => {
  expect([atLeast('confirmed', 'attested'), atLeast('phone', 'attested'), atLeast('attested', 'attested')]).toEqual([true, false, true])
})
