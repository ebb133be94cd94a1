// Inclusion and consistency proofs, RFC 9162, 2.1.3 and 2.1.4.
// Making one needs a few stored nodes: ask `…Nodes` which, fetch them in one go, then build the proof from the look-up.
// Checking one trusts nothing: whatever is malformed is simply not a proof, so the checks answer false and never throw.
import { isHash, nodeHash, sameHash, type Sha256 } from './hash.ts'
import type { Position } from './tree.ts'

/** Finds the hash of a complete subtree. */
export type NodeLookup = (position: Position) => Uint8Array | undefined

export interface InclusionClaim {
  /** the leaf's place, from 0 */
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

export interface ConsistencyClaim {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Leaves `from` up to but not including `to`. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The stored nodes that are the right-hand edge of a tree of `size` leaves: with them appending can go on, or an earlier root be found. */
export function edgeNodes(size: number): Position[] {
  if (!isCount(size)) throw new RangeError(`not a size: ${size}`)
  return completeSubtrees({ from: 0, to: size })
}

/** The stored nodes that `inclusionProof` will ask for. */
export function inclusionNodes(index: number, size: number): Position[] {
  return inclusionSpans(index, size).flatMap(completeSubtrees)
}

/** The sibling hashes from the leaf up to the root. @throws RangeError for an index outside the tree */
export function inclusionProof(index: number, size: number, lookup: NodeLookup, sha256?: Sha256): Uint8Array[] {
  return inclusionSpans(index, size).map((span) => spanHash(span, lookup, sha256))
}

/** The stored nodes that `consistencyProof` will ask for. */
export function consistencyNodes(oldSize: number, newSize: number): Position[] {
  return consistencySpans(oldSize, newSize).flatMap(completeSubtrees)
}

/** Shows that the tree of `newSize` begins with the tree of `oldSize`; empty where the two are one. @throws RangeError unless 0 < oldSize <= newSize */
export function consistencyProof(oldSize: number, newSize: number, lookup: NodeLookup, sha256?: Sha256): Uint8Array[] {
  return consistencySpans(oldSize, newSize).map((span) => spanHash(span, lookup, sha256))
}

/** RFC 9162, 2.1.3.2 */
export function verifyInclusion(claim: InclusionClaim, sha256?: Sha256): boolean {
  if (!isInclusionClaim(claim)) return false
  const { index, size, leaf, root, proof } = claim
  if (index >= size) return false
  let here = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(here) || here === last) {
      hash = nodeHash(sibling, hash, sha256)
      while (!isOdd(here) && here !== 0) {
        here = half(here)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling, sha256)
    }
    here = half(here)
    last = half(last)
  }
  return last === 0 && sameHash(hash, root)
}

/** RFC 9162, 2.1.4.2. Equal sizes need an empty proof and equal roots; from size 0 nothing can be shown, so the answer is false. */
export function verifyConsistency(claim: ConsistencyClaim, sha256?: Sha256): boolean {
  if (!isConsistencyClaim(claim)) return false
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (oldSize === 0 || oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && sameHash(oldRoot, newRoot)
  if (proof.length === 0) return false
  let here = oldSize - 1
  let last = newSize - 1
  while (isOdd(here)) {
    here = half(here)
    last = half(last)
  }
  // An old tree that is one complete subtree is itself the first hash; the proof leaves it out.
  const [first, ...rest] = here === 0 ? [oldRoot, ...proof] : proof
  let oldHash = first!
  let newHash = first!
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(here) || here === last) {
      oldHash = nodeHash(sibling, oldHash, sha256)
      newHash = nodeHash(sibling, newHash, sha256)
      while (!isOdd(here) && here !== 0) {
        here = half(here)
        last = half(last)
      }
    } else {
      newHash = nodeHash(newHash, sibling, sha256)
    }
    here = half(here)
    last = half(last)
  }
  return last === 0 && sameHash(oldHash, oldRoot) && sameHash(newHash, newRoot)
}

// PATH(m, D_n) of RFC 9162, 2.1.3.1, walked from the root down and returned from the leaf up.
function inclusionSpans(index: number, size: number): Span[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const siblings: Span[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      siblings.push({ from: middle, to })
      to = middle
    } else {
      siblings.push({ from, to: middle })
      from = middle
    }
  }
  return siblings.reverse()
}

// SUBPROOF(m, D_n, b) of RFC 9162, 2.1.4.1; `whole` is its b: so far the old tree lies at the left edge and its root is known.
function consistencySpans(oldSize: number, newSize: number): Span[] {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize === 0 || oldSize > newSize) {
    throw new RangeError(`no consistency proof from ${oldSize} to ${newSize} leaves`)
  }
  const spans: Span[] = []
  let from = 0
  let to = newSize
  let whole = true
  while (to !== oldSize) {
    const middle = from + splitOf(to - from)
    if (oldSize <= middle) {
      spans.push({ from: middle, to })
      to = middle
    } else {
      spans.push({ from, to: middle })
      from = middle
      whole = false
    }
  }
  if (!whole) spans.push({ from, to })
  return spans.reverse()
}

/** The complete subtrees that make up a span, largest first; spans here always begin where their largest subtree may. */
function completeSubtrees({ from, to }: Span): Position[] {
  const positions: Position[] = []
  let start = from
  while (start < to) {
    const level = levelWithin(to - start)
    positions.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return positions
}

function spanHash(span: Span, lookup: NodeLookup, sha256: Sha256 | undefined): Uint8Array {
  const hashes = completeSubtrees(span).map((position) => {
    const hash = lookup(position)
    if (!hash) throw new Error(`node ${position.level}/${position.index} is not stored`)
    return hash
  })
  return hashes.reduceRight((right, left) => nodeHash(left, right, sha256))
}

/** The largest power of two smaller than `count` (at least 2). */
function splitOf(count: number): number {
  return 2 ** levelWithin(count - 1)
}

// Counted up, because Math.log2 rounds up just below large powers of two.
function levelWithin(count: number): number {
  let level = 0
  while (2 ** (level + 1) <= count) level++
  return level
}

function isInclusionClaim(claim: unknown): claim is InclusionClaim {
  const { index, size, leaf, root, proof } = Object(claim) as Record<keyof InclusionClaim, unknown>
  return isCount(index) && isCount(size) && isHash(leaf) && isHash(root) && isProof(proof)
}

function isConsistencyClaim(claim: unknown): claim is ConsistencyClaim {
  const { oldSize, newSize, oldRoot, newRoot, proof } = Object(claim) as Record<keyof ConsistencyClaim, unknown>
  return isCount(oldSize) && isCount(newSize) && isHash(oldRoot) && isHash(newRoot) && isProof(proof)
}

function isProof(value: unknown): value is readonly Uint8Array[] {
  return Array.isArray(value) && Array.from(value).every(isHash)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

// Shifts and masks would cut sizes to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2)
}

function isOdd(value: number): boolean {
  return value % 2 === 1
}
