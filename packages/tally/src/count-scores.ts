import { openPlaces, type BenchSeats } from './bench-places.ts'
import { tieBreaker, type BrokenTie, type TieRule } from './break-tie.ts'
import { electHighest } from './elect-highest.ts'
import { checked, type Election } from './election.ts'

export interface ScoreOptions {
  /** How many to elect; left out, as many as the election says. */
  readonly seats?: number
  readonly ties?: TieRule
  /** How many of each bench, at least and at most; left out, any. */
  readonly benches?: BenchSeats
}

export interface ScoreCount {
  readonly rule: 'approval' | 'plurality'
  readonly seats: number
  /** `rejected`: blank papers, and under plurality those whose first preference is shared. */
  readonly papers: { readonly valid: number; readonly rejected: number }
  /** Papers for each candidate, in the order of the ballot paper; 0 for the withdrawn. */
  readonly votes: readonly number[]
  /** The most votes first. */
  readonly elected: readonly number[]
  readonly ties: readonly BrokenTie[]
  /** Seats for which there is no candidate. */
  readonly vacancies: number
}

/**
 * Approval: a paper supports everybody it names, in whatever order; the most supported are elected.
 *
 * One more paper for candidates of one bench never elects fewer of that bench, whatever the benches' places (the tests check it).
 * Source: S. J. Brams, P. C. Fishburn, Approval Voting, American Political Science Review 72 (1978).
 * @throws RangeError where the election or the options are nonsense
 */
export function countApproval(election: Election, options: ScoreOptions = {}): ScoreCount {
  return countScores('approval', election, options, (preferences) => preferences.flat())
}

/**
 * Plurality: a paper supports its first preference; the most supported are elected (with several seats, the single non-transferable vote).
 * @throws RangeError where the election or the options are nonsense
 */
export function countPlurality(election: Election, options: ScoreOptions = {}): ScoreCount {
  return countScores('plurality', election, options, ([first = []]) => (first.length === 1 ? first : []))
}

function countScores(
  rule: ScoreCount['rule'],
  election: Election,
  options: ScoreOptions,
  supported: (preferences: readonly (readonly number[])[]) => readonly number[],
): ScoreCount {
  const seats = options.seats ?? election.seats
  const { candidates, ballots } = checked({ ...election, seats })
  const votes = candidates.map(() => 0)
  let valid = 0
  let rejected = 0
  for (const { papers, preferences } of ballots) {
    const standing = preferences
      .map((group) => group.filter((candidate) => !candidates[candidate]!.withdrawn))
      .filter((group) => group.length > 0)
    const chosen = supported(standing)
    for (const candidate of chosen) votes[candidate] = votes[candidate]! + papers
    if (chosen.length > 0) valid += papers
    else rejected += papers
  }
  const running = candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index]))
  const places = openPlaces(election, seats, options.benches)
  const { elected, ties } = electHighest(running, votes, places, tieBreaker(election, options.ties ?? {}))
  return { rule, seats, papers: { valid, rejected }, votes, elected, ties, vacancies: seats - elected.length }
}
