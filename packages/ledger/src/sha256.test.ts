import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex } from './hex.ts'
import { sha256 } from './sha256.ts'

test('the empty message has the hash that FIPS 180-4 examples give', () => {
  expect(toHex(sha256(new Uint8Array()))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('a message of any length is hashed as Node hashes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
    { seed: 20261123, numRuns: 400 },
  )
})
