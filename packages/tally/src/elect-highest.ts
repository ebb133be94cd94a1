import type { OpenPlaces } from './bench-places.ts'
import type { BreakTie, BrokenTie, History } from './break-tie.ts'

/**
 * Elects one after the other who has most, as long as places are open and the benches allow it. Those with equal votes who all find a place
 * come in the order of the paper; a tie is broken only where it decides something.
 *
 * @param running who may be elected
 * @param votes per candidate, in any unit
 * @returns who is elected, the most votes first, and the ties that had to be broken
 */
export function electHighest(
  running: readonly number[],
  votes: ArrayLike<number>,
  places: OpenPlaces,
  breakTie: BreakTie,
  history: History = [],
): { readonly elected: readonly number[]; readonly ties: readonly BrokenTie[] } {
  const elected: number[] = []
  const ties: BrokenTie[] = []
  let left = [...running]
  const elect = (candidate: number): void => {
    places.elect(candidate)
    elected.push(candidate)
    left = left.filter((other) => other !== candidate)
  }
  while (places.left() > 0) {
    const open = left.filter(places.canElect)
    if (open.length === 0) break
    const most = open.reduce((sum, candidate) => Math.max(sum, votes[candidate]!), Number.NEGATIVE_INFINITY)
    const tied = open.filter((candidate) => votes[candidate] === most)
    if (places.allElectable(tied)) tied.forEach(elect)
    else {
      const tie = breakTie(tied, 'election', history)
      ties.push(tie)
      elect(tie.chosen)
    }
  }
  return { elected, ties }
}
