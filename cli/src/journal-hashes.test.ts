import { canonical, leafHash, toHex } from '@ronghe/ledger'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashLeaf, rootOver, subtrees } from './journal-hashes.ts'

test('the first published leaves of RFC 6962 come to the published roots here too', () => {
  const leaves = ['', '00', '10'].map((input) => leafHash(Buffer.from(input, 'hex')))
  const levels = subtrees(Buffer.concat(leaves))
  expect([1, 2, 3].map((size) => rootOver(levels, size))).toEqual([
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  ])
  expect(rootOver(levels, 0)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('whatever a leaf says, writer and verifier write it down alike', () => {
  const wellFormed = fc.string({ unit: 'binary' })
  const fields = fc.record({
    id: fc.uuid(),
    street: fc.uuid(),
    kind: wellFormed,
    at: wellFormed,
    commitments: fc.dictionary(wellFormed, wellFormed),
  })
  fc.assert(
    fc.property(fields, (leaf) => {
      const plain = { ...leaf, commitments: { ...leaf.commitments } }
      expect(hashLeaf(plain)).toBe(toHex(leafHash(Buffer.from(canonical(plain)))))
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('the verifier imports nothing but itself, Node and the database client', () => {
  const own = [
    'verify-journal.ts',
    'journal-findings.ts',
    'journal-hashes.ts',
    'journal-leaf-check.ts',
    'journal-tree-check.ts',
    'branch-days-check.ts',
  ]
  const allowed = new Set(['node:crypto', 'pg', ...own.map((name) => `./${name}`)])
  const imported = own.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from!),
  )
  expect(imported.length).toBeGreaterThan(5)
  expect(imported.filter((from) => !allowed.has(from))).toEqual([])
})
