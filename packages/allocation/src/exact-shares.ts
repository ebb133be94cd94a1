import type { Kinds } from './group-voters.ts'

/** A positive rational number. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** The purses of all kinds as exact rationals, while projects are bought one after the other. */
export interface ExactShares {
  /** How many projects have been bought. */
  readonly bought: number
  /** The payment per worth at which the supporters can just pay for the project together; undefined if all they have is too little. */
  price(project: number): Fraction | undefined
  /** Charges the supporters. @throws Error where they cannot pay. */
  buy(project: number): void
}

/** Sizes, worths and weights as BigInts, made once for an election. */
export interface ExactParts {
  readonly size: readonly bigint[]
  readonly worth: readonly bigint[]
  readonly weight: readonly bigint[]
}

export function exactParts({ size, worth, weight }: Kinds): ExactParts {
  return { size: Array.from(size, BigInt), worth: Array.from(worth, BigInt), weight: Array.from(weight, BigInt) }
}

/**
 * Equal shares in exact arithmetic, for the moments where doubles cannot tell. Every purse is a whole number over a denominator common to
 * all; buying multiplies the denominator by the worth of those who pay the full price. A purse is brought to the denominator of today only
 * when it is looked at.
 * @param pot what all voters have together, in smallest units
 */
export function exactShares(kinds: Kinds, { size, worth, weight }: ExactParts, pot: number): ExactShares {
  const { start, kind, cost, totalWeight } = kinds
  const denominators = [BigInt(totalWeight)]
  const purse = weight.map((one) => BigInt(pot) * one)
  const stage = new Int32Array(purse.length)
  let ratios: bigint[] = []
  let bought = 0

  const purseOf = (place: number): bigint => {
    const now = denominators.length - 1
    const then = stage[place]!
    if (then < now) {
      if (purse[place] !== 0n) purse[place] = purse[place]! * (ratios[then] ??= denominators[now]! / denominators[then]!)
      stage[place] = now
    }
    return purse[place]!
  }

  /** Who is capped (pays all there is), and what the others owe together for how much worth. Caps are only ever added: Newton from below. */
  const solve = (project: number) => {
    const from = start[project]!
    const to = start[project + 1]!
    const capped = new Uint8Array(to - from)
    let owed = BigInt(cost[project]!) * denominators.at(-1)!
    let paying = 0n
    for (let at = from; at < to; at++) paying += size[kind[at]!]! * worth[at]!
    while (paying > 0n) {
      let left = owed
      let still = paying
      for (let at = from; at < to; at++) {
        if (capped[at - from]) continue
        const money = purseOf(kind[at]!)
        if (money * paying > owed * worth[at]!) continue
        capped[at - from] = 1
        left -= size[kind[at]!]! * money
        still -= size[kind[at]!]! * worth[at]!
      }
      // With nobody left above the price, the supporters have exactly enough or too little.
      if (still === paying || (still === 0n && left === 0n)) return { owed, paying, capped }
      owed = left
      paying = still
    }
    return undefined
  }

  return {
    get bought() {
      return bought
    },
    price(project) {
      const solved = solve(project)
      return solved && { top: solved.owed, bottom: solved.paying * denominators.at(-1)! }
    },
    buy(project) {
      const solved = solve(project)
      if (!solved) throw new Error(`project ${project} cannot be paid`)
      const shared = greatestCommonDivisor(solved.paying, solved.owed % solved.paying)
      const factor = solved.paying / shared
      const share = solved.owed / shared
      const from = start[project]!
      const after = denominators.length
      for (const [at, caps] of solved.capped.entries()) {
        const place = kind[from + at]!
        purse[place] = caps ? 0n : purseOf(place) * factor - share * worth[from + at]!
        stage[place] = after
      }
      denominators.push(denominators.at(-1)! * factor)
      ratios = []
      bought++
    },
  }
}

/** Negative, 0 or positive as one is below, equal to or above the other. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const difference = one.top * other.bottom - other.top * one.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A double near it. */
export function toNumber({ top, bottom }: Fraction): number {
  const shift = BigInt(Math.max(0, bottom.toString(2).length - top.toString(2).length + 64))
  return Number((top << shift) / bottom) / 2 ** Number(shift)
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  while (other > 0n) [one, other] = [other, one % other]
  return one
}
