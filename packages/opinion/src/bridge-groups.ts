// What groups that are known beforehand (newcomers, locals, landlords …) have in common and what divides them. No clustering, so nothing to be unstable.
import { betaQuantile } from './beta-quantile.ts'
import { controlFalseDiscoveries } from './control-false-discoveries.ts'
import { normalTail } from './normal-tail.ts'
import { falseDiscoveryRate, leastSeen } from './report-groups.ts'
import { tallyOf, type Tally } from './vote-matrix.ts'
import { twoPropTest } from './z-tests.ts'
import type { Direction } from './compare-groups.ts'

/**
 * Between which shares the agreement of a group lies, with four in five probability: the 10 % and the 90 % point of
 * Beta(agree + 1, others + 1). Somebody who passes has seen the statement and not agreed, but has not disagreed either.
 */
export function intervalOf({ agree, seen }: Tally): { readonly low: number; readonly high: number } {
  return { low: betaQuantile(0.1, agree + 1, seen - agree + 1), high: betaQuantile(0.9, agree + 1, seen - agree + 1) }
}

/**
 * How sure one can be that *every* group agrees: the least of the groups' lower bounds. A large group cannot outvote a small one, and few
 * votes count as little evidence, not as little voice.
 * @returns null where a group has seen the statement fewer than five times, or where there is no group
 */
export function bridgingOf(tallies: readonly Tally[]): number | null {
  if (tallies.length === 0 || tallies.some(({ seen }) => seen < leastSeen)) return null
  return Math.min(...tallies.map((tally) => betaQuantile(0.1, tally.agree + 1, tally.seen - tally.agree + 1)))
}

export interface Divide {
  readonly column: number
  /** places of the two groups that are farthest apart, the one with the larger share first */
  readonly groups: readonly [number, number]
  /** on which side their shares differ most */
  readonly direction: Direction
  /** share of the first minus share of the second */
  readonly difference: number
  readonly z: number
  /** at most this share of statements listed up to here is there by chance */
  readonly q: number
}

/**
 * Statements on which two groups differ more than chance explains, the widest difference first: two-proportion tests, corrected for pairs
 * and directions within a statement (Bonferroni) and over statements (Benjamini-Hochberg at 0.1).
 * @param counts group -> table of counts
 */
export function divisiveStatements(counts: readonly Uint32Array[], asked: readonly number[]): Divide[] {
  const tried = asked.flatMap((column) => {
    const seen = counts.map((table) => tallyOf(table, column))
    let best: Omit<Divide, 'q'> | undefined
    let tests = 0
    for (let one = 0; one < seen.length; one++) {
      for (let other = 0; other < seen.length; other++) {
        const [first, second] = [seen[one]!, seen[other]!]
        if (one === other || first.seen < leastSeen || second.seen < leastSeen) continue
        for (const direction of ['agree', 'disagree'] as const) {
          tests++
          const z = twoPropTest(first[direction], second[direction], first.seen, second.seen)
          const difference = first[direction] / first.seen - second[direction] / second.seen
          if (difference > 0 && z > (best?.z ?? 0)) best = { column, groups: [one, other], direction, difference, z }
        }
      }
    }
    // Both orders of a pair were looked at, so `tests` one-sided tests are what was tried.
    return tests > 0 ? [{ best, chance: best ? Math.min(1, normalTail(best.z) * tests) : 1 }] : []
  })
  const qValues = controlFalseDiscoveries(tried.map(({ chance }) => chance))
  return tried
    .flatMap(({ best }, at) => (best && qValues[at]! <= falseDiscoveryRate ? [{ ...best, q: qValues[at]! }] : []))
    .sort((one, other) => other.difference - one.difference || one.column - other.column)
}
