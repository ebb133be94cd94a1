/** An election as read from a file or made by hand: who stands, for how many seats, and how the papers are marked. */
export interface Election {
  readonly title: string
  /** How many are to be elected, at least 1. */
  readonly seats: number
  /** In the order of the ballot paper. Everything else names a candidate by the place in this list, from 0. */
  readonly candidates: readonly Candidate[]
  readonly ballots: readonly Ballot[]
  /** An order declared before the count, by which ties are broken where the rule asks for one; all candidates, each once. */
  readonly tieOrder?: readonly number[]
}

export interface Candidate {
  readonly name: string
  readonly party?: string
  /** Half of a council, such as `newcomers` or `locals`. */
  readonly bench?: string
  /** Withdrawn after the papers were printed: preferences for them are passed over. */
  readonly withdrawn?: boolean
}

/** One paper, or several that are marked alike. */
export interface Ballot {
  /** How many papers are marked so, at least 1. */
  readonly papers: number
  /** Candidates from the most wanted on; a group of more than one is ranked equal. Whoever is missing was left blank. */
  readonly preferences: readonly (readonly number[])[]
}

/**
 * Refuses an election that no file could hold, so that a count never runs over nonsense.
 * @returns the same election
 * @throws RangeError naming the candidate or the ballot (from 1) that is wrong
 */
export function checked(election: Election): Election {
  const { candidates, seats, ballots, tieOrder } = election
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`seats must be a whole number from 1, not ${seats}`)
  if (candidates.length === 0) throw new RangeError('an election needs a candidate')
  const seenIn = new Int32Array(candidates.length).fill(-1)
  ballots.forEach(({ papers, preferences }, index) => {
    if (!Number.isSafeInteger(papers) || papers < 1)
      throw new RangeError(`ballot ${index + 1}: papers must be a whole number from 1, not ${papers}`)
    for (const group of preferences)
      for (const candidate of group) {
        if (!(candidate in candidates)) throw new RangeError(`ballot ${index + 1}: there is no candidate ${candidate}`)
        if (seenIn[candidate] === index) throw new RangeError(`ballot ${index + 1}: candidate ${candidate} is ranked twice`)
        seenIn[candidate] = index
      }
  })
  if (tieOrder && (tieOrder.length !== candidates.length || new Set(tieOrder).size !== candidates.length))
    throw new RangeError('an order for ties must name every candidate once')
  if (tieOrder?.some((candidate) => !(candidate in candidates))) throw new RangeError('an order for ties must name every candidate once')
  return election
}

/** Names that can be told apart: a second "Wang Li" becomes "Wang Li (2)". */
export function distinctNames(election: Election): readonly string[] {
  const seen = new Map<string, number>()
  return election.candidates.map(({ name }) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
