import { expect, test } from 'vitest'
import { afterSignedIn, secondsUntilResend, stillGood } from './step.ts'

test('a code can be sent again after a minute', () => {
  expect(secondsUntilResend(0, 0)).toBe(60)
  expect(secondsUntilResend(0, 59_001)).toBe(1)
  expect(secondsUntilResend(0, 61_000)).toBe(0)
})

test('whoever comes back from the messages within ten minutes finds the page as it was, later only the number', () => {
  const step = { kind: 'code', phone: '19900000001', sentAt: 0, minutes: 10 } as const
  expect(stillGood(step, 9 * 60_000)).toBe(true)
  expect(stillGood(step, 10 * 60_000)).toBe(false)
  expect(stillGood({ kind: 'phone', phone: '19900000001' }, 60 * 60_000)).toBe(true)
})

test('a number nobody has leads to the name, a known one inside', () => {
  expect(afterSignedIn({ kind: 'new', ticket: 't' }, '1', 5)).toEqual({
    in: false,
    step: { kind: 'new', phone: '1', sentAt: 5, ticket: 't' },
  })
  expect(afterSignedIn({ kind: 'open', personId: 'p', secondFactor: true }, '1', 5)).toEqual({ in: true, secondFactor: true })
})
