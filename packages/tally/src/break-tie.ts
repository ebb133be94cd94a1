import { distinctNames, type Election } from './election.ts'
import { sha256Hex } from './sha256.ts'

/** How ties are broken: by what the candidates had in other rounds, and in the end by a declared order or by lot. */
export interface TieRule {
  /**
   * `backwards`: by the most recent round in which the tied had unequal votes (Scottish rules 49 and 51). `forwards`: by the earliest one.
   * `none`: the past does not matter (reference Meek).
   */
  readonly history?: 'backwards' | 'forwards' | 'none'
  /**
   * `order`: whoever comes first in it is taken; left out, the order the election declares, else the order of the paper. `lot`: drawn from
   * a seed that is made public before the count: of the tied, the one with the least SHA-256 of seed, number of the draw and name (each
   * on a line of its own) is taken, so that anybody can repeat the draw with `sha256sum`.
   */
  readonly last?: { readonly kind: 'order'; readonly order?: readonly number[] } | { readonly kind: 'lot'; readonly seed: string }
}

/** A tie and how it was broken, for the report. */
export interface BrokenTie {
  /** What the chosen one was chosen for. */
  readonly purpose: 'surplus' | 'exclusion' | 'election'
  readonly tied: readonly number[]
  readonly chosen: number
  /** `round` 0 is the first count. `draw` counts the lots of this count, from 1. */
  readonly by:
    | { readonly kind: 'round'; readonly round: number }
    | { readonly kind: 'order' }
    | { readonly kind: 'lot'; readonly draw: number }
}

/** Votes of every candidate after round 0, 1, 2, …; in any unit. */
export type History = readonly ArrayLike<number>[]

/**
 * @returns a function that takes one of the tied for a purpose: an exclusion looks for the fewest votes in the past, the rest for the most
 * @throws RangeError where a declared order does not name every candidate once
 */
export function tieBreaker(election: Election, rule: TieRule, usual: TieRule['history'] = 'none') {
  const { history: looking = usual, last = { kind: 'order' } } = rule
  const names = distinctNames(election)
  const order = (last.kind === 'order' && last.order) || election.tieOrder || names.map((_, index) => index)
  if (order.length !== names.length || new Set(order).size !== names.length || order.some((candidate) => !(candidate in names)))
    throw new RangeError('an order for ties must name every candidate once')
  const place = new Map(order.map((candidate, index) => [candidate, index]))
  let draws = 0

  return (tied: readonly number[], purpose: BrokenTie['purpose'], history: History = []): BrokenTie => {
    let left = tied
    const rounds = looking === 'none' ? [] : looking === 'forwards' ? [...history.keys()] : [...history.keys()].toReversed()
    for (const round of rounds) {
      const votes = left.map((candidate) => history[round]![candidate]!)
      const wanted = purpose === 'exclusion' ? Math.min(...votes) : Math.max(...votes)
      left = left.filter((_, index) => votes[index] === wanted)
      if (left.length === 1) return { purpose, tied, chosen: left[0]!, by: { kind: 'round', round } }
    }
    if (last.kind === 'order') {
      const chosen = left.reduce((one, other) => (place.get(other)! < place.get(one)! ? other : one))
      return { purpose, tied, chosen, by: { kind: 'order' } }
    }
    const draw = ++draws
    const lots = left.map((candidate) => sha256Hex(`${last.seed}\n${draw}\n${names[candidate]}`))
    const least = lots.reduce((one, other) => (other < one ? other : one))
    return { purpose, tied, chosen: left[lots.indexOf(least)]!, by: { kind: 'lot', draw } }
  }
}

export type BreakTie = ReturnType<typeof tieBreaker>
