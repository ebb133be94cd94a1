import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakTie, lotOf } from './break-ties.ts'
import { seeded } from './elections.testing.ts'
import { sha256Hex } from './sha256.ts'

const tied = { ids: ['a', 'b', 'c', 'd'], cost: [5, 5, 5, 9], votes: [3, 4, 4, 9] }

test('cheapest, then most votes, then the lot', () => {
  expect(breakTie([0, 3], tied, {})).toMatchObject({ winner: 0, by: 'cheapest' })
  expect(breakTie([0, 1, 3], tied, {})).toMatchObject({ winner: 1, by: 'votes' })
  const drawn = breakTie([0, 1, 2, 3], tied, { seed: 'dice 4 2 6' })
  expect(drawn.by).toBe('lot')
  expect(drawn.winner).toBe(lotOf('dice 4 2 6', 'b') < lotOf('dice 4 2 6', 'c') ? 1 : 2)
  expect(breakTie([2, 1], tied, { ties: ['name'] })).toMatchObject({ winner: 1, by: 'name' })
  expect(breakTie([2, 1], tied, { ties: ['cheapest'] })).toMatchObject({ winner: 1, by: 'place' })
})

test('over many seeds every project wins the lot about equally often', () => {
  const wins = [0, 0, 0]
  for (let seed = 0; seed < 600; seed++) wins[breakTie([0, 1, 2], { ...tied, votes: [1, 1, 1] }, { seed: String(seed) }).winner]!++
  for (const count of wins) expect(count).toBeGreaterThan(150)
})

test('SHA-256 as everybody else computes it', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
    }),
    seeded(100),
  )
})
