import { expect, test } from 'vitest'
import { anonymousTurns } from './anonymous-turns.ts'

test('one caller gets twenty turns a day, another caller its own', () => {
  const turns = anonymousTurns()
  for (let turn = 0; turn < 20; turn++) expect(turns.take('203.0.113.9', '2026-11-23')).toBe(true)
  expect(turns.take('203.0.113.9', '2026-11-23')).toBe(false)
  expect(turns.take('203.0.113.10', '2026-11-23')).toBe(true)
})

test('the key is drawn anew every day, so one day’s hash says nothing on the next', () => {
  let drawn = 0
  const turns = anonymousTurns((size) => Buffer.alloc(size, ++drawn))
  turns.take('203.0.113.9', '2026-11-23')
  turns.take('203.0.113.9', '2026-11-23')
  const before = drawn
  expect(turns.take('203.0.113.9', '2026-11-24')).toBe(true)
  expect(drawn).toBe(before + 1)
})
