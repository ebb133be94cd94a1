import type { RollCount, RollFigures } from './call-roll.ts'
import { roundedUp, type Fraction } from './fraction.ts'

/** What a majority is taken of: votes for and against, delegates present, or delegates in office. */
export type MajorityBase = 'voting' | 'present' | 'in-office'

/** A charter's majority. */
export type Majority =
  /** More for than against, of those voting. */
  | { readonly kind: 'simple' }
  /** More than half of the base. */
  | { readonly kind: 'absolute'; readonly of: MajorityBase }
  /** At least the share of the base, fractions rounded up: two-thirds is `{ kind: 'share', share: [2, 3], of: 'voting' }`. */
  | { readonly kind: 'share'; readonly share: Fraction; readonly of: MajorityBase }

/** The charter's articles on quorum and majority, as parameters. */
export interface VotingRules {
  /** Of the delegates in office, in total and in each bench; fractions round up. `bench: null` asks nothing of a bench. */
  readonly quorum: { readonly total: Fraction; readonly bench: Fraction | null }
  readonly majority: Majority
  /** Needed in each bench besides (a double majority), or `null`. */
  readonly benchMajority: Majority | null
  /** `chair`: the chair settles a tie of the total, never of a bench. `fails`: a tie rejects, as when a deputy presides. */
  readonly tie: 'chair' | 'fails'
}

/** The default charter for an ordinary motion: two-thirds and half of each bench present, more for than against, the chair settles a tie. */
export const ordinaryRules: VotingRules = {
  quorum: { total: [2, 3], bench: [1, 2] },
  majority: { kind: 'simple' },
  benchMajority: null,
  tie: 'chair',
}

/** The default charter for charter, money and exclusion: two-thirds of those voting, and a majority in each bench. */
export const qualifiedRules: VotingRules = {
  ...ordinaryRules,
  majority: { kind: 'share', share: [2, 3], of: 'voting' },
  benchMajority: { kind: 'simple' },
}

/** One thing the charter asks for: `bench` is null for the total. */
export interface Condition {
  readonly bench: string | null
  readonly what: 'quorum' | 'majority'
  /** How many are there: present, or for. */
  readonly has: number
  /** How many there have to be. */
  readonly needs: number
  readonly met: boolean
}

/** Outcomes are results, never errors. `tied` waits for the chair's vote. */
export interface Decision {
  readonly kind: 'carried' | 'rejected' | 'no-quorum' | 'tied'
  /** All that was asked for, the total first; without a quorum nothing is asked of the majority. */
  readonly conditions: readonly Condition[]
  /** The chair's vote where it was counted. */
  readonly chairVote: 'for' | 'against' | null
}

/**
 * Decides a motion by the charter. The chair's vote counts where the total is tied and every bench condition is met; anywhere else it is left
 * out. A bench in which nobody votes, or nobody may, gives no majority.
 *
 * @param benches every bench of the charter, also those without a delegate in office, where a vacant bench must not be passed over
 * @throws RangeError where a share is not between 0 and 1
 */
export function decideMotion(
  count: RollCount,
  rules: VotingRules,
  chairVote: 'for' | 'against' | null = null,
  benches: readonly string[] = Object.keys(count.benches),
): Decision {
  const parts: readonly (readonly [string, RollFigures])[] = benches.map((bench) => [bench, count.benches[bench] ?? nobody])
  const quorum = [
    quorumOf(null, count.total, rules.quorum.total),
    ...parts.flatMap(([bench, figures]) => (rules.quorum.bench ? [quorumOf(bench, figures, rules.quorum.bench)] : [])),
  ]
  if (!quorum.every(({ met }) => met)) return { kind: 'no-quorum', conditions: quorum, chairVote: null }

  const perBench = parts.flatMap(([bench, figures]) => (rules.benchMajority ? [majorityOf(bench, figures, rules.benchMajority)] : []))
  const benchesAgree = perBench.every(({ met }) => met)
  // A share of two-thirds has no tie: five for and five against are simply too few.
  const tied = count.total.for === count.total.against && rules.majority.kind !== 'share'
  const settles = tied && benchesAgree && rules.tie === 'chair'
  if (settles && chairVote === null) {
    return { kind: 'tied', conditions: [...quorum, majorityOf(null, count.total, rules.majority), ...perBench], chairVote: null }
  }
  const total = settles ? { ...count.total, [chairVote!]: count.total[chairVote!] + 1 } : count.total
  const conditions = [...quorum, majorityOf(null, total, rules.majority), ...perBench]
  return { kind: conditions.every(({ met }) => met) ? 'carried' : 'rejected', conditions, chairVote: settles ? chairVote : null }
}

const nobody: RollFigures = { inOffice: 0, present: 0, for: 0, against: 0, abstain: 0, silent: 0, interest: 0 }

function quorumOf(bench: string | null, { present, inOffice }: RollFigures, share: Fraction): Condition {
  const needs = roundedUp(share, inOffice)
  return { bench, what: 'quorum', has: present, needs, met: present >= needs }
}

function majorityOf(bench: string | null, figures: RollFigures, majority: Majority): Condition {
  const voting = figures.for + figures.against
  const base =
    majority.kind === 'simple' || majority.of === 'voting' ? voting : majority.of === 'present' ? figures.present : figures.inOffice
  // Nobody for is never a majority, of however few.
  const needs = majority.kind === 'share' ? Math.max(1, roundedUp(majority.share, base)) : Math.floor(base / 2) + 1
  return { bench, what: 'majority', has: figures.for, needs, met: figures.for >= needs }
}
