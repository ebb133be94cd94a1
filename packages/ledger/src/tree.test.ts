import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash } from './hash.ts'
import { fromHex, toHex } from './hex.ts'
import { naiveRoot } from './naive-tree.testing.ts'
import { append, emptyTree, rootOf, type Tree } from './tree.ts'

// The eight leaves and their roots that Certificate Transparency logs have been tested with since RFC 6962.
const published = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const

test('the published leaves come to the published roots, one by one', () => {
  let tree = emptyTree
  for (const [leaf, root] of published) {
    tree = append(tree, leafHash(fromHex(leaf)!)).tree
    expect(toHex(rootOf(tree))).toBe(root)
  }
})

test('a tree without leaves has the hash of nothing as root', () => {
  expect(toHex(rootOf(emptyTree))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('every size up to 300 has the root that the RFC’s recursive definition gives', () => {
  const leaves: Uint8Array[] = []
  let tree: Tree = emptyTree
  for (let i = 0; i < 300; i++) {
    leaves.push(leafHash(Uint8Array.of(i, i >> 8)))
    tree = append(tree, leaves[i]!).tree
    expect(toHex(rootOf(tree))).toBe(toHex(naiveRoot(leaves)))
  }
})

test('each node handed out is the root of the leaves it covers, and each complete subtree is handed out once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 140 }), (size) => {
      const leaves = Array.from({ length: size }, (_, i) => leafHash(Uint8Array.of(i)))
      const seen = new Set<string>()
      let tree: Tree = emptyTree
      for (const leaf of leaves) {
        const step = append(tree, leaf)
        tree = step.tree
        for (const { level, index, hash } of step.nodes) {
          expect(toHex(hash)).toBe(toHex(naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))))
          expect(seen.has(`${level}/${index}`)).toBe(false)
          seen.add(`${level}/${index}`)
        }
      }
      let complete = 0
      for (let width = 1; width <= size; width *= 2) complete += Math.floor(size / width)
      expect(seen.size).toBe(complete)
    }),
    { seed: 20261123, numRuns: 25 },
  )
})

test('what is not a 32-byte hash cannot be appended', () => {
  expect(() => append(emptyTree, Uint8Array.of(1))).toThrow(RangeError)
})

test('an edge that does not belong to its size is refused', () => {
  expect(() => append({ size: 3, edge: [leafHash(Uint8Array.of(1))] }, leafHash(Uint8Array.of(2)))).toThrow(RangeError)
})
