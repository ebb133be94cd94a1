import { createHash } from 'node:crypto'

/** Chance that repeats itself: the same seed gives the same numbers, on every machine. */
export interface Chance {
  /** From 0 up to and without 1. */
  next(): number
  /** A whole number from 0 up to and without `n`. */
  below(n: number): number
  pick<T>(list: readonly T[]): T
  /** True in this share of cases. */
  in(share: number): boolean
  /** One of the names, as often as its weight says. */
  weighed<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  bytes(size: number): Uint8Array
}

/** sfc32 (PractRand's small fast counter), seeded with a hash of the text. */
export function chanceOf(seed: string): Chance {
  const hash = createHash('sha256').update(seed).digest()
  let [a, b, c, counter] = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), hash.readInt32LE(12)]
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  const next = () => word() / 4_294_967_296
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    pick: (list) => list[below(list.length)]!,
    in: (share) => next() < share,
    weighed(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[]
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0)
      return names.find((name) => (left -= weights[name]) < 0) ?? names.at(-1)!
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => word() & 255),
  }
}
