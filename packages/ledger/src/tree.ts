// The growing tree of RFC 9162, 2.1. What is kept in memory is only the right-hand edge, about log2(size) hashes;
// every complete subtree is handed out once, when it closes, for whoever stores it (a table, a file, nobody).
import { emptyRoot, isHash, nodeHash, type Sha256 } from './hash.ts'

/** The tree as far as appending needs it: `edge` holds the roots of the complete subtrees, largest (leftmost) first. */
export interface Tree {
  readonly size: number
  readonly edge: readonly Uint8Array[]
}

/** Level 0 are the leaves; the node at (level, index) covers leaves index * 2^level up to (index + 1) * 2^level. */
export interface Position {
  readonly level: number
  readonly index: number
}

/** The hash of a complete subtree. Written once, never changed. */
export interface TreeNode extends Position {
  readonly hash: Uint8Array
}

export const emptyTree: Tree = { size: 0, edge: [] }

/**
 * The tree with one more leaf, and the nodes that became complete by it, leaf first.
 * Costs at most log2(size) hashes; over many leaves, less than two each.
 */
export function append(tree: Tree, leaf: Uint8Array, sha256?: Sha256): { readonly tree: Tree; readonly nodes: readonly TreeNode[] } {
  if (!isHash(leaf)) throw new RangeError('a leaf enters the tree as its 32-byte hash')
  if (!Number.isSafeInteger(tree.size + 1)) throw new RangeError(`tree too large: ${tree.size}`)
  const edge = [...tree.edge]
  let node: TreeNode = { level: 0, index: tree.size, hash: leaf }
  const nodes = [node]
  // As in binary counting: every low bit that is set in the size is a complete subtree waiting for its sibling.
  for (let carry = tree.size; carry % 2 === 1; carry = Math.floor(carry / 2)) {
    const left = edge.pop()
    if (!left) throw new RangeError(`a tree of ${tree.size} leaves needs more hashes on its edge`)
    node = { level: node.level + 1, index: Math.floor(node.index / 2), hash: nodeHash(left, node.hash, sha256) }
    nodes.push(node)
  }
  edge.push(node.hash)
  return { tree: { size: tree.size + 1, edge }, nodes }
}

/** The Merkle tree hash over all leaves so far. */
export function rootOf(tree: Tree, sha256?: Sha256): Uint8Array {
  if (tree.edge.length === 0) return emptyRoot(sha256)
  return tree.edge.reduceRight((right, left) => nodeHash(left, right, sha256))
}
