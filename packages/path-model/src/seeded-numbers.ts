/**
 * Numbers in [0, 1) that follow from a seed alone: the same seed gives the same numbers everywhere.
 * FNV-1a hashes the seed, a 32-bit Weyl sequence with the murmur3 finaliser does the rest. For sampling, not for secrets.
 */
export function seededNumbers(seed: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}
