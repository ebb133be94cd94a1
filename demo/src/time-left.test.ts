import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

test('what is left is told at the pace so far, in minutes while it is long and in seconds at the end', () => {
  let now = 0
  const left = timeLeft(() => new Date(now), 1000)
  now = 60_000
  expect(left(100)).toBe('10 %, about 9 min left')
  now = 300_000
  expect(left(400), 'slower than before').toBe('50 %, about 5 min left')
  now = 330_000
  expect(left(400)).toBe('90 %, about 37 s left')
  expect(left(500), 'more than was expected is no more than the whole').toBe('100 %, about 0 s left')
})
