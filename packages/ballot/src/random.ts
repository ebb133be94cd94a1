/** Where randomness comes from: `(count) => crypto.getRandomValues(new Uint8Array(count))` outside of tests. */
export type RandomBytes = (count: number) => Uint8Array

/** A number from 0 to below - 1; 128 bits more than needed are drawn, so that the remainder favours nobody measurably. */
export function randomBelow(below: bigint, random: RandomBytes): bigint {
  const bytes = random(Math.ceil(below.toString(2).length / 8) + 16)
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n) % below
}

/** The same list in an order that tells nothing about the old one (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: RandomBytes): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const chosen = Number(randomBelow(BigInt(last + 1), random))
    const moved = copy[last]!
    copy[last] = copy[chosen]!
    copy[chosen] = moved
  }
  return copy
}
