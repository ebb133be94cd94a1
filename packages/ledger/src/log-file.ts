// A log in a text file: one JSON object per line, either {"leaf": <any JSON>} or a signed head over all leaves above it.
// Such a file only ever grows, so it can be published, mirrored and compared as it stands.
import { canonical, type Json } from './canonical.ts'
import { leafHash, type Sha256 } from './hash.ts'
import { isSignedHead, verifyHead, type SignedHead } from './head.ts'
import { toHex } from './hex.ts'
import { append, emptyTree, rootOf, type Position, type Tree } from './tree.ts'

export interface LogFile {
  readonly tree: Tree
  /** keyed by "level/index" */
  readonly nodes: ReadonlyMap<string, Uint8Array>
  readonly heads: readonly HeadInFile[]
}

export interface HeadInFile {
  /** the line it stands on, from 1 */
  readonly line: number
  readonly head: SignedHead
  /** what the leaves above it really come to */
  readonly above: { readonly size: number; readonly root: Uint8Array }
}

/** @throws RangeError naming the line that is neither a leaf nor a head */
export function readLog(text: string, sha256?: Sha256): LogFile {
  let tree = emptyTree
  const nodes = new Map<string, Uint8Array>()
  const heads: HeadInFile[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const entry = parsed(line, index + 1)
    if (isSignedHead(entry)) {
      heads.push({ line: index + 1, head: entry, above: { size: tree.size, root: rootOf(tree, sha256) } })
    } else if (isLeaf(entry)) {
      const step = append(tree, hashOfLeaf(entry.leaf, sha256), sha256)
      tree = step.tree
      for (const node of step.nodes) nodes.set(nodeKey(node), node.hash)
    } else {
      throw new RangeError(`line ${index + 1} is neither a leaf nor a signed head`)
    }
  }
  return { tree, nodes, heads }
}

/** The hash under which a JSON value stands in the tree. */
export function hashOfLeaf(leaf: Json, sha256?: Sha256): Uint8Array {
  return leafHash(new TextEncoder().encode(canonical(leaf)), sha256)
}

export function nodeKey({ level, index }: Position): string {
  return `${level}/${index}`
}

/** What is wrong with the heads of a log, in sentences; empty when the log keeps every promise in it. */
export function faultsOf({ heads }: LogFile, verify: ((message: Uint8Array, signature: Uint8Array) => boolean) | undefined): string[] {
  return heads.flatMap(({ line, head, above }) => {
    const faults = []
    if (head.size !== above.size) {
      faults.push(`line ${line}: the head says ${head.size} leaves, above it are ${above.size}`)
    } else if (head.root !== toHex(above.root)) {
      faults.push(`line ${line}: the leaves above come to another root than the head's`)
    }
    if (verify && !verifyHead(head, verify)) faults.push(`line ${line}: the signature is not by this key`)
    return faults
  })
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new RangeError(`line ${number} is not JSON`)
  }
}

function isLeaf(entry: unknown): entry is { readonly leaf: Json } {
  return typeof entry === 'object' && entry !== null && Object.keys(entry).join() === 'leaf'
}
