import type { BrokenTie, TieRule } from './break-tie.ts'
import type { BenchSeats } from './bench-places.ts'

export interface StvOptions {
  /** How many to elect; left out, as many as the election says. */
  readonly seats?: number
  readonly ties?: TieRule
  /** How many of each bench, at least and at most; left out, any. */
  readonly benches?: BenchSeats
  /** Told at the end of every round, for whoever watches a long count. */
  readonly onRound?: (round: number) => void
}

/**
 * Where all votes are. Every figure is exact to the decimals of the rule (`StvCount.decimals`), so `toFixed` prints it as a report does. The
 * sum of `votes`, `exhausted` and `lost` is the number of valid papers.
 */
export interface StvFigures {
  /** Per candidate, in the order of the paper. */
  readonly votes: readonly number[]
  /** What papers carry that name nobody further. */
  readonly exhausted: number
  /** What rounding down took from transfers; 0 under Meek's rule. */
  readonly lost: number
  /** What has to be reached to be elected. Meek's falls as papers run out. */
  readonly quota: number
  /** What the elected have above the quota: Scottish rules, before this round's transfer; Meek, at its end. */
  readonly surplus: number
}

export interface StvRound extends StvFigures {
  /** From 1; round 0 is the first count. */
  readonly round: number
  /**
   * `surplus`: the papers of an elected candidate went on at a lower value. `exclusion`: those of an excluded one went on as they were.
   * `election`: nothing but the election of somebody who reached the quota (Meek).
   */
  readonly action: 'surplus' | 'exclusion' | 'election'
  /** Whose papers went on; empty where the action is `election`. */
  readonly candidates: readonly number[]
  /**
   * Why somebody was excluded. `lowest`: fewest votes. `bench-full`: no place is left for the bench. Under Meek's rule also why the round
   * was over: `omega`, the surplus is under a millionth; `stable`, it no longer falls.
   */
  readonly reason: 'lowest' | 'bench-full' | 'omega' | 'stable' | null
  /** Who reached the quota in this round, the most votes first. */
  readonly elected: readonly number[]
  readonly ties: readonly BrokenTie[]
}

export interface StvCount {
  readonly rule: 'scottish' | 'meek'
  readonly seats: number
  readonly decimals: 5 | 9
  readonly papers: { readonly valid: number; readonly rejected: number }
  /** In the order in which they were elected. */
  readonly elected: readonly number[]
  /** The quota of the first count. */
  readonly quota: number
  /** Round 0: first preferences, and who is elected by them (Scottish rules; under Meek's they are elected in round 1). */
  readonly start: StvFigures & { readonly elected: readonly number[]; readonly ties: readonly BrokenTie[] }
  readonly rounds: readonly StvRound[]
  /** Who was elected without a quota because nobody else was left, and where the votes are at the end. */
  readonly end: StvFigures & { readonly elected: readonly number[] }
  /** Seats for which there is no candidate. */
  readonly vacancies: number
}
