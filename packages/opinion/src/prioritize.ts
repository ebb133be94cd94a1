// Which statement is worth showing next.
import type { Tally } from './vote-matrix.ts'

/** Polis gives a meta statement this priority, whatever the votes. */
const metaPriority = 49

/**
 * Priority as in Polis: (importance · (1 + 8 · 2^(−seen/5)))² with the votes of all groups together.
 * @param total agree, disagree, pass and seen summed over the opinion groups
 * @param extremity see `extremities`
 */
export function prioritizeLikePolis(total: Tally, extremity: number, meta: boolean): number {
  return meta ? metaPriority : (importanceOf(total, extremity) * noveltyOf(total.seen)) ** 2
}

/**
 * Priority of the default mode: the mean over groups of what Polis computes for all together. A statement that one group has hardly seen is new
 * to the conversation, even if the other has voted on it a thousand times, so a smaller group is not left behind.
 * @param tallies of every group; of everybody where there are none
 */
export function prioritize(tallies: readonly Tally[], extremity: number): number {
  return tallies.reduce((sum, tally) => sum + (importanceOf(tally, extremity) * noveltyOf(tally.seen)) ** 2, 0) / tallies.length
}

/** Agreed with, far out and seldom passed. */
function importanceOf({ agree, pass, seen }: Tally, extremity: number): number {
  return (1 - (pass + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2))
}

/** 9 for what nobody has seen, 1 for what many have. */
const noveltyOf = (seen: number): number => 1 + 8 * 2 ** (-seen / 5)

/** Product over groups of (agree + 1) / (seen + 2), as in Polis. */
export function groupAwareConsensusLikePolis(tallies: readonly Tally[]): number {
  return tallies.reduce((product, { agree, seen }) => (product * (agree + 1)) / (seen + 2), 1)
}

/**
 * Geometric mean over groups of agreeing times not disagreeing (shares with Jeffreys' prior): comparable between conversations with different numbers of
 * groups, and a pass is not a disagreement.
 * @returns null where a group has not seen the statement
 */
export function groupAwareConsensus(tallies: readonly Tally[]): number | null {
  if (tallies.length === 0 || tallies.some(({ seen }) => seen === 0)) return null
  const shares = tallies.map(({ agree, disagree, seen }) => ((agree + 0.5) / (seen + 1)) * (1 - (disagree + 0.5) / (seen + 1)))
  return shares.reduce((product, share) => product * share, 1) ** (1 / shares.length)
}
