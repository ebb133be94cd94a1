import { sha256 } from './sha256.ts'

/** Whole numbers from 0 to `below` - 1, each equally likely. */
export type Random = (below: number) => number

/**
 * A stream of random whole numbers that anybody can repeat from the text `seed`: sfc32 (Chris Doty-Humphrey's PractRand), its state the first
 * 128 bits of SHA-256(seed). `below` is at most 2^32; larger ones, fractions and numbers under 1 throw RangeError.
 */
export function seededRandom(seed: string): Random {
  const words = new DataView(sha256(new TextEncoder().encode(seed)).buffer)
  let a = words.getInt32(0)
  let b = words.getInt32(4)
  let c = words.getInt32(8)
  let counter = words.getInt32(12)
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp++) next()
  return (below) => {
    if (!Number.isInteger(below) || below < 1 || below > 2 ** 32) throw new RangeError(`no random whole number below ${below}`)
    // Numbers over the last full multiple are thrown away: a remainder alone would favour the small ones.
    const fair = 2 ** 32 - (2 ** 32 % below)
    for (;;) {
      const number = next()
      if (number < fair) return number % below
    }
  }
}

/** A copy of `items` in random order (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = random(last + 1)
    const moved = order[last]!
    order[last] = order[other]!
    order[other] = moved
  }
  return order
}
