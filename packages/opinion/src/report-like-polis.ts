// Representative statements and majority opinions as Polis selects them.
import { compareGroups, type Direction, type Standing } from './compare-groups.ts'
import { tallyOf } from './vote-matrix.ts'
import { propTest, significantAt90 } from './z-tests.ts'

const mostShown = 5

/**
 * Rejected and meta statements count as passed by everybody, as in Polis.
 * @param people how many the counts are of
 */
export function asIfPassed(counts: Uint32Array, leftOut: Uint8Array, people: number): Uint32Array {
  const rated = counts.slice()
  leftOut.forEach((out, column) => {
    if (out === 1) rated.set([0, people, 0], column * 4)
  })
  return rated
}

/**
 * At most five statements that set a group apart, those it agrees with first. Where none is significant, the one that comes nearest.
 * @param counts group -> table of counts
 * Source: Small et al. (2021), "representative comments".
 */
export function representativeLikePolis(counts: readonly Uint32Array[], group: number, columns: number): Standing[] {
  let bestAgree: Standing | undefined
  let strongest: Standing | undefined
  const sufficient: Standing[] = []
  for (let column = 0; column < columns; column++) {
    const [agree, disagree] = compareGroups(counts, group, column)
    const chosen = agree.ratioTest > disagree.ratioTest ? agree : disagree
    if (isSufficient(agree) || isSufficient(disagree)) sufficient.push(chosen)
    if (!strongest || chosen.ratioTest > strongest.ratioTest) strongest = chosen
    if (agree.successes + disagree.successes > 0 && beatsBestAgree(agree, bestAgree)) bestAgree = agree
  }
  const [best] = bestAgree ? compareGroups(counts, group, bestAgree.column) : []
  sufficient.sort((one, other) => metric(other) - metric(one))
  if (sufficient.length === 0) return best ? [best] : strongest ? [strongest] : []
  const listed = best ? [best, ...sufficient.filter(({ column }) => column !== best.column)] : sufficient
  return listed.slice(0, mostShown).sort((one, other) => Number(other.direction === 'agree') - Number(one.direction === 'agree'))
}

const isSufficient = ({ shareTest, ratioTest }: Standing): boolean => shareTest > significantAt90 && ratioTest > significantAt90

const metric = ({ ratio, ratioTest, share, shareTest }: Standing): number => ratio * ratioTest * share * shareTest

function beatsBestAgree(agree: Standing, best: Standing | undefined): boolean {
  if (best && best.ratio > 1) return metric(agree) > metric(best)
  if (best) return agree.share * agree.shareTest > best.share * best.shareTest
  return agree.shareTest > significantAt90 || (agree.ratio > 1 && agree.share > 0.5)
}

export interface Majority {
  readonly column: number
  readonly successes: number
  readonly trials: number
  readonly share: number
  readonly shareTest: number
}

/** At most five statements with which a significant majority of everybody agrees, and as many with which it disagrees. */
export function majoritiesLikePolis(counts: Uint32Array, columns: number): Record<Direction, Majority[]> {
  const ofDirection = (direction: Direction) =>
    Array.from({ length: columns }, (_, column): Majority => {
      const tally = tallyOf(counts, column)
      const [successes, trials] = [tally[direction], tally.seen]
      return { column, successes, trials, share: (successes + 1) / (trials + 2), shareTest: propTest(successes, trials) }
    })
      .filter(({ share, shareTest }) => share > 0.5 && shareTest > significantAt90)
      .sort((one, other) => other.share * other.shareTest - one.share * one.shareTest)
      .slice(0, mostShown)
  return { agree: ofDirection('agree'), disagree: ofDirection('disagree') }
}
