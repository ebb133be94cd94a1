// The good proofs that transparency-dev/merkle publishes, and the ways of spoiling them that its test data tries, made here from the good ones:
// every spoiled one must be refused.
import { expect, test } from 'vitest'
import { leafHash } from './hash.ts'
import { fromHex } from './hex.ts'
import { naiveConsistency, naiveInclusion, naiveRoot } from './naive-tree.testing.ts'
import { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './proofs.ts'
import { publishedConsistencies, publishedInclusions } from './published-proofs.testing.ts'
import { sha256 } from './sha256.ts'

const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const leaves = inputs.map((input) => leafHash(fromHex(input)!))
const none = new Uint8Array()
const stranger = sha256(new TextEncoder().encode('a root of nothing here'))

const inclusions = publishedInclusions.map(({ index, size }) => [index, size] as const)
// From four to eight is whole subtrees on both sides, which the published ones do not have.
const consistencies = [...publishedConsistencies.map(({ oldSize, newSize }) => [oldSize, newSize] as const), [4, 8] as const].filter(
  ([oldSize, newSize]) => oldSize < newSize,
)
const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64')
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

test.each(publishedInclusions)(
  'the published proof of leaf $index of $size is ours, and verifies',
  ({ index, size, root, leaf, proof }) => {
    const first = leaves.slice(0, size)
    expect([base64(naiveRoot(first)), base64(leaves[index]!), naiveInclusion(index, first).map(base64)]).toEqual([root, leaf, [...proof]])
    expect(verifyInclusion({ index, size, leaf: bytes(leaf), root: bytes(root), proof: proof.map(bytes) })).toBe(true)
  },
)

test.each(publishedConsistencies)('the published proof from $oldSize to $newSize is ours, and verifies', (published) => {
  const { oldSize, newSize, oldRoot, newRoot, proof } = published
  expect(naiveConsistency(oldSize, leaves.slice(0, newSize)).map(base64)).toEqual([...proof])
  expect(verifyConsistency({ oldSize, newSize, oldRoot: bytes(oldRoot), newRoot: bytes(newRoot), proof: proof.map(bytes) })).toBe(true)
})

test.each(inclusions)('leaf %i of %i: its proof holds and no spoiled one does', (index, size) => {
  const first = leaves.slice(0, size)
  const good: InclusionClaim = { index, size, leaf: leaves[index]!, root: naiveRoot(first), proof: naiveInclusion(index, first) }
  expect(verifyInclusion(good)).toBe(true)
  const spoiled: readonly Partial<InclusionClaim>[] = [
    { index: index - 1 },
    { index: index + 1 },
    { index: index ^ 2 },
    { size: size * 2 },
    { size: Math.floor(size / 2) },
    { leaf: leafHash(new TextEncoder().encode('wrong leaf')) },
    { leaf: none },
    { root: none },
    { root: stranger },
    ...spoiledProofs(good.proof, [good.root]).map((proof) => ({ proof })),
  ]
  for (const change of spoiled) expect(verifyInclusion({ ...good, ...change }), JSON.stringify(change)).toBe(false)
})

test.each(consistencies)('from %i to %i leaves: the proof holds and no spoiled one does', (oldSize, newSize) => {
  const oldRoot = naiveRoot(leaves.slice(0, oldSize))
  const newRoot = naiveRoot(leaves.slice(0, newSize))
  const good: ConsistencyClaim = { oldSize, newSize, oldRoot, newRoot, proof: naiveConsistency(oldSize, leaves.slice(0, newSize)) }
  expect(verifyConsistency(good)).toBe(true)
  const spoiled: readonly Partial<ConsistencyClaim>[] = [
    { oldSize: oldSize - 1 },
    { oldSize: oldSize + 1 },
    { oldSize: oldSize ^ 2 },
    { newSize: newSize * 2 },
    { newSize: Math.floor(newSize / 2) },
    { oldRoot: stranger },
    { newRoot: stranger },
    { oldRoot: newRoot, newRoot: oldRoot },
    { oldRoot: none },
    { newRoot: none },
    { proof: [] },
    ...spoiledProofs(good.proof, [oldRoot, newRoot]).map((proof) => ({ proof })),
  ]
  for (const change of spoiled) expect(verifyConsistency({ ...good, ...change }), JSON.stringify(change)).toBe(false)
})

test('sizes that make no sense are refused whatever comes with them', () => {
  const root = leaves[0]!
  for (const [oldSize, newSize] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [2, 1],
    [0, 8],
  ] as const) {
    for (const proof of [[], [root], [stranger]]) {
      expect(verifyConsistency({ oldSize, newSize, oldRoot: root, newRoot: root, proof })).toBe(false)
    }
  }
  for (const [index, size] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 1],
  ] as const) {
    expect(verifyInclusion({ index, size, leaf: root, root, proof: [] })).toBe(false)
  }
})

test('one tree shown twice needs equal roots and an empty proof', () => {
  const root = leaves[0]!
  const same = { oldSize: 1, newSize: 1, oldRoot: root, newRoot: root, proof: [] }
  expect(verifyConsistency(same)).toBe(true)
  expect(verifyConsistency({ ...same, proof: [root] })).toBe(false)
  expect(verifyConsistency({ ...same, newRoot: stranger })).toBe(false)
  expect(verifyConsistency({ ...same, oldRoot: stranger })).toBe(false)
})

function spoiledProofs(proof: readonly Uint8Array[], roots: readonly Uint8Array[]): Uint8Array[][] {
  return [
    ...[none, stranger, ...roots].flatMap((extra) => [
      [...proof, extra],
      [extra, ...proof],
    ]),
    ...proof.map((hash, at) => proof.map((other, i) => (i === at ? hash.map((byte, b) => (b === 0 ? byte ^ 8 : byte)) : other))),
    ...proof.map((_, at) => proof.filter((_, i) => i !== at)),
    ...proof.map((hash, at) => proof.flatMap((other, i) => (i === at ? [none, hash] : [other]))),
    ...(proof.length > 0 ? [[proof[0]!, ...proof]] : []),
  ]
}
