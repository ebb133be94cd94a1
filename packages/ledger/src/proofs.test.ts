import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash } from './hash.ts'
import { toHex } from './hex.ts'
import { naiveConsistency, naiveInclusion, naiveRoot } from './naive-tree.testing.ts'
import {
  consistencyNodes,
  consistencyProof,
  edgeNodes,
  inclusionNodes,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from './proofs.ts'
import { append, emptyTree, rootOf, type Position, type Tree } from './tree.ts'

const seeded = { seed: 20261123, numRuns: 200 }
const most = 300
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const leaves = Array.from({ length: most }, (_, i) => leafHash(Uint8Array.of(i, i >> 8)))
const roots = Array.from({ length: most + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)))
const nodes = storedNodes()

const treeAndLeaf = fc.integer({ min: 1, max: most }).chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })))
const twoSizes = fc.integer({ min: 1, max: most }).chain((newSize) => fc.tuple(fc.integer({ min: 1, max: newSize }), fc.constant(newSize)))

test('every leaf of every tree up to 40 leaves has the RFC’s proof, which verifies', () => {
  for (let size = 1; size <= 40; size++) {
    for (let index = 0; index < size; index++) {
      const claim = inclusionOf(index, size)
      expect(claim.proof.map(toHex)).toEqual(naiveInclusion(index, leaves.slice(0, size)).map(toHex))
      expect(verifyInclusion(claim, sha256)).toBe(true)
    }
  }
})

test('every pair of sizes up to 40 has the RFC’s consistency proof, which verifies', () => {
  for (let newSize = 1; newSize <= 40; newSize++) {
    for (let oldSize = 1; oldSize <= newSize; oldSize++) {
      const claim = consistencyOf(oldSize, newSize)
      expect(claim.proof.map(toHex)).toEqual(naiveConsistency(oldSize, leaves.slice(0, newSize)).map(toHex))
      expect(verifyConsistency(claim, sha256)).toBe(true)
    }
  }
})

test('in trees up to 300 leaves every inclusion proof verifies and no changed one does', () => {
  fc.assert(
    fc.property(treeAndLeaf, fc.nat(), fc.integer({ min: 0, max: 255 }), ([size, index], where, bit) => {
      const claim = inclusionOf(index, size)
      expect(verifyInclusion(claim, sha256)).toBe(true)
      for (const changed of spoiledInclusions(claim, where, bit)) expect(verifyInclusion(changed, sha256)).toBe(false)
    }),
    seeded,
  )
})

test('in trees up to 300 leaves every consistency proof verifies and no changed one does', () => {
  fc.assert(
    fc.property(twoSizes, fc.nat(), fc.integer({ min: 0, max: 255 }), ([oldSize, newSize], where, bit) => {
      const claim = consistencyOf(oldSize, newSize)
      expect(verifyConsistency(claim, sha256)).toBe(true)
      for (const changed of spoiledConsistencies(claim, where, bit)) {
        expect(verifyConsistency(changed, sha256)).toBe(false)
      }
    }),
    seeded,
  )
})

test('a proof needs exactly the nodes it announces', () => {
  fc.assert(
    fc.property(treeAndLeaf, twoSizes, ([size, index], [oldSize, newSize]) => {
      const asked: string[] = []
      const noting = (position: Position) => {
        asked.push(key(position))
        return lookup(position)
      }
      inclusionProof(index, size, noting)
      expect(asked.splice(0)).toEqual(inclusionNodes(index, size).map(key))
      consistencyProof(oldSize, newSize, noting)
      expect(asked).toEqual(consistencyNodes(oldSize, newSize).map(key))
    }),
    seeded,
  )
})

test('a tree can be taken up again from its stored edge, at every size', () => {
  for (let size = 0; size < most; size++) {
    const edge = edgeNodes(size).map((position) => lookup(position)!)
    expect(toHex(rootOf({ size, edge }, sha256))).toBe(toHex(roots[size]!))
    expect(toHex(rootOf(append({ size, edge }, leaves[size]!, sha256).tree, sha256))).toBe(toHex(roots[size + 1]!))
  }
})

test('from an empty log nothing can be shown', () => {
  const nothing = { oldSize: 0, newSize: 3, oldRoot: roots[0]!, newRoot: roots[3]!, proof: [] }
  expect(verifyConsistency(nothing)).toBe(false)
  expect(verifyConsistency({ ...nothing, newSize: 0, newRoot: roots[0]! })).toBe(false)
  expect(verifyInclusion({ index: 0, size: 0, leaf: leaves[0]!, root: roots[0]!, proof: [] })).toBe(false)
  expect(() => consistencyProof(0, 3, lookup)).toThrow(RangeError)
  expect(() => inclusionProof(3, 3, lookup)).toThrow(RangeError)
})

test('sizes beyond 32 bits are walked without losing bits', () => {
  const path = inclusionNodes(2 ** 40, 2 ** 41 + 1)
  expect(path).toHaveLength(42)
  expect(path.at(-1)).toEqual({ level: 0, index: 2 ** 41 })
  // One leaf short of 2^50: the left half, then the complete subtrees of the right one, 48 down to 0.
  expect(consistencyNodes(2 ** 49, 2 ** 50 - 1).map(({ level }) => level)).toEqual(Array.from({ length: 49 }, (_, i) => 48 - i))
})

test('anything malformed is not a proof, and nothing throws', () => {
  const shapes = fc.record(
    {
      index: fc.anything(),
      size: fc.anything(),
      leaf: fc.anything(),
      root: fc.anything(),
      oldSize: fc.anything(),
      newSize: fc.anything(),
      oldRoot: fc.anything(),
      newRoot: fc.anything(),
      proof: fc.oneof(fc.anything(), fc.array(fc.anything())),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), shapes), (value) => {
      expect(verifyInclusion(value as InclusionClaim)).toBe(false)
      expect(verifyConsistency(value as ConsistencyClaim)).toBe(false)
    }),
    { seed: 20261123, numRuns: 1000 },
  )
  const good = inclusionOf(3, 7)
  const spoiled = { ...good, proof: [...good.proof.slice(0, -1), 'ab'.repeat(32)] }
  expect(verifyInclusion(spoiled as unknown as InclusionClaim)).toBe(false)
})

function inclusionOf(index: number, size: number): InclusionClaim {
  const proof = inclusionProof(index, size, lookup, sha256)
  return { index, size, leaf: leaves[index]!, root: roots[size]!, proof }
}

function consistencyOf(oldSize: number, newSize: number): ConsistencyClaim {
  const proof = consistencyProof(oldSize, newSize, lookup, sha256)
  return { oldSize, newSize, oldRoot: roots[oldSize]!, newRoot: roots[newSize]!, proof }
}

function spoiledInclusions(claim: InclusionClaim, where: number, bit: number): InclusionClaim[] {
  const { index, size, leaf, root, proof } = claim
  return [
    ...spoiledProofs(proof, where, bit).map((changed) => ({ ...claim, proof: changed })),
    { ...claim, leaf: flipped(leaf, bit) },
    { ...claim, root: flipped(root, bit) },
    { ...claim, index: index + 1 },
    { ...claim, index: index - 1 },
    { ...claim, index: index + size },
    { ...claim, index: index + 0.5 },
    // Another size is refused wherever it gives the path another shape; where it does not, the signed head binds the size, not the proof.
    ...[size - 1, size + 1, size * 2, 0].filter((other) => changesPath(index, size, other)).map((other) => ({ ...claim, size: other })),
  ]
}

function changesPath(index: number, size: number, other: number): boolean {
  return other !== size && (index >= other || shape(index, size) !== shape(index, other))
}

/** On which side each sibling of the path stands. */
function shape(index: number, size: number): string {
  let sides = ''
  let here = index
  let last = size - 1
  while (last > 0) {
    if (here % 2 === 1) sides += 'l'
    else if (here < last) sides += 'r'
    here = Math.floor(here / 2)
    last = Math.floor(last / 2)
  }
  return sides
}

function spoiledConsistencies(claim: ConsistencyClaim, where: number, bit: number): ConsistencyClaim[] {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  return [
    ...spoiledProofs(proof, where, bit).map((changed) => ({ ...claim, proof: changed })),
    { ...claim, oldRoot: flipped(oldRoot, bit) },
    { ...claim, newRoot: flipped(newRoot, bit) },
    { ...claim, oldSize: 0 },
    { ...claim, oldSize: newSize + 1 },
    { ...claim, newSize: oldSize - 1 },
    { ...claim, oldSize: oldSize + 0.5 },
    ...(oldSize < newSize
      ? [
          { ...claim, oldRoot: newRoot },
          { ...claim, newRoot: oldRoot },
          { ...claim, proof: [] },
        ]
      : []),
  ]
}

function spoiledProofs(proof: readonly Uint8Array[], where: number, bit: number): Uint8Array[][] {
  const extra = [
    [...proof, leaves[0]!],
    [leaves[0]!, ...proof],
  ]
  if (proof.length === 0) return extra
  const at = where % proof.length
  const swapped = proof.map((hash, i) => (i === at ? flipped(hash, bit) : hash))
  return [...extra, swapped, proof.filter((_, i) => i !== at), proof.flatMap((hash, i) => (i === at ? [hash, hash] : [hash]))]
}

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  return hash.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}

function storedNodes(): ReadonlyMap<string, Uint8Array> {
  const stored = new Map<string, Uint8Array>()
  let tree: Tree = emptyTree
  for (const leaf of leaves) {
    const step = append(tree, leaf, sha256)
    tree = step.tree
    for (const node of step.nodes) stored.set(key(node), node.hash)
  }
  return stored
}

function lookup(position: Position): Uint8Array | undefined {
  return nodes.get(key(position))
}

function key({ level, index }: Position): string {
  return `${level}/${index}`
}
