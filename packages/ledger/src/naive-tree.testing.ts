// RFC 9162's definitions written down as they stand there, recursive and slow, over all leaves. Tests compare with it.
import { createHash } from 'node:crypto'

/** MTH(D_n), 2.1.1, over leaf hashes */
export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hashed()
  if (leaves.length === 1) return leaves[0]!
  const k = split(leaves.length)
  return hashed(Uint8Array.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

/** PATH(m, D_n), 2.1.3.1 */
export function naiveInclusion(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...naiveInclusion(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naiveInclusion(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))]
}

/** PROOF(m, D_n) = SUBPROOF(m, D_n, true), 2.1.4.1 */
export function naiveConsistency(m: number, leaves: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)]
  const k = split(leaves.length)
  return m <= k
    ? [...naiveConsistency(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveConsistency(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))]
}

function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

function hashed(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}
