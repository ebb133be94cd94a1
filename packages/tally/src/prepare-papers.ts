import { checked, type Election } from './election.ts'

/** The papers as a transferable vote sees them: strict preferences among those who stand, laid end to end. */
export interface Papers {
  /** Preferences of marking `i` stand in `preferences` from `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array
  readonly preferences: Int32Array
  /** How many papers are marked so. */
  readonly papers: Float64Array
  /** Papers with a first preference. */
  readonly valid: number
  /** Papers without one: blank, or the first is shared, or everybody named has withdrawn. */
  readonly rejected: number
}

/**
 * Passes over the withdrawn and ends a paper where two are ranked equal: behind that mark no further preference can be told ("next
 * available preference", Scottish Local Government Elections Order 2007, rules 2 and 43).
 * @throws RangeError where the election is nonsense, or holds more than 9,000,000 papers (sums are exact to 9 decimals up to there)
 */
export function preparePapers(election: Election): Papers {
  const { ballots, candidates } = checked(election)
  const total = ballots.reduce((sum, { papers }) => sum + papers, 0)
  if (total > 9_000_000) throw new RangeError(`a count takes at most 9000000 papers, not ${total}`)
  const length = ballots.reduce((sum, { preferences }) => sum + preferences.length, 0)
  const preferences = new Int32Array(length)
  const start = new Int32Array(ballots.length + 1)
  const papers = new Float64Array(ballots.length)
  let end = 0
  let kept = 0
  let valid = 0
  for (const ballot of ballots) {
    const begin = end
    for (const group of ballot.preferences) {
      const standing = group.filter((candidate) => !candidates[candidate]!.withdrawn)
      if (standing.length > 1) break
      if (standing.length === 1) preferences[end++] = standing[0]!
    }
    if (end === begin) continue
    papers[kept++] = ballot.papers
    start[kept] = end
    valid += ballot.papers
  }
  return {
    start: start.subarray(0, kept + 1),
    preferences: preferences.subarray(0, end),
    papers: papers.subarray(0, kept),
    valid,
    rejected: total - valid,
  }
}
