/** Whole numbers from 0 to `below` - 1, each equally likely. */
export type Random = (below: number) => number

/**
 * A stream of random whole numbers that anybody can repeat from the text `seed`: sfc32 (Chris Doty-Humphrey's PractRand), its state
 * stirred from the text by FNV-1a. `below` is at most 2^31; larger ones, fractions and numbers under 1 throw RangeError.
 */
export function seededRandom(seed: string): Random {
  let [a, b, c, counter] = [stir(seed, 1), stir(seed, 2), stir(seed, 3), 1]
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 20; warmUp++) next()
  return (below) => {
    if (!Number.isInteger(below) || below < 1 || below > 2 ** 31) throw new RangeError(`no random whole number below ${below}`)
    // Numbers over the last full multiple are thrown away: a remainder alone would favour the small ones.
    const fair = 2 ** 32 - (2 ** 32 % below)
    for (;;) {
      const number = next()
      if (number < fair) return number % below
    }
  }
}

/** FNV-1a over the UTF-16 units, begun differently for each of the three words. */
function stir(text: string, start: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(start, 0x9e3779b1)) | 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 255), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash
}
