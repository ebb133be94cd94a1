import { checked, type Election } from './election.ts'

/**
 * Counts, for every two candidates, the papers that prefer the first to the second.
 *
 * @param unranked `last`: whoever is left blank comes behind everybody named, equal among themselves (Debian, and the usual reading).
 * `no-opinion`: a paper says nothing about a candidate it leaves blank.
 * @returns `preferred[a][b]`, papers that rank a before b; rows and columns of the withdrawn are 0
 * @throws RangeError where the election is nonsense
 */
export function comparePairs(election: Election, unranked: 'last' | 'no-opinion' = 'last'): readonly Float64Array[] {
  const { candidates, ballots } = checked(election)
  const preferred = candidates.map(() => new Float64Array(candidates.length))
  const standing = candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index]))
  const unnamed = unranked === 'last' ? Number.MAX_SAFE_INTEGER : Number.NaN
  const rank = new Float64Array(candidates.length)
  for (const { papers, preferences } of ballots) {
    rank.fill(unnamed)
    preferences.forEach((group, index) => group.forEach((candidate) => (rank[candidate] = index)))
    for (const one of standing) {
      const row = preferred[one]!
      // A comparison with NaN is false either way, which is what having no opinion means.
      for (const other of standing) if (rank[one]! < rank[other]!) row[other] = row[other]! + papers
    }
  }
  return preferred
}
