// How a group's votes on a statement compare with everybody else's.
import { tallyOf } from './vote-matrix.ts'
import { propTest, twoPropTest } from './z-tests.ts'

export type Direction = 'agree' | 'disagree'

/** A group's view of one statement in one direction. */
export interface Standing {
  readonly column: number
  readonly direction: Direction
  readonly successes: number
  /** how many of the group saw it, passes included */
  readonly trials: number
  /** (successes + 1) / (trials + 2) */
  readonly share: number
  /** how far that is from one half, in standard errors */
  readonly shareTest: number
  /** the share over that of everybody else in a group */
  readonly ratio: number
  /** how far it is from theirs, in standard errors */
  readonly ratioTest: number
}

/**
 * Both directions of one statement for one group, agree first.
 * @param counts group -> table of counts, see `countVotes`
 */
export function compareGroups(counts: readonly Uint32Array[], group: number, column: number): [Standing, Standing] {
  const own = tallyOf(counts[group]!, column)
  const rest = { agree: 0, disagree: 0, seen: 0 }
  counts.forEach((table, at) => {
    if (at === group) return
    const other = tallyOf(table, column)
    rest.agree += other.agree
    rest.disagree += other.disagree
    rest.seen += other.seen
  })
  const standing = (direction: Direction): Standing => {
    const share = (own[direction] + 1) / (own.seen + 2)
    return {
      column,
      direction,
      successes: own[direction],
      trials: own.seen,
      share,
      shareTest: propTest(own[direction], own.seen),
      ratio: share / ((rest[direction] + 1) / (rest.seen + 2)),
      ratioTest: twoPropTest(own[direction], rest[direction], own.seen, rest.seen),
    }
  }
  return [standing('agree'), standing('disagree')]
}
