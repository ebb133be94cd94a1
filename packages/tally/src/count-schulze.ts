import { openPlaces } from './bench-places.ts'
import { tieBreaker, type BrokenTie } from './break-tie.ts'
import { comparePairs } from './compare-pairs.ts'
import type { ScoreOptions } from './count-scores.ts'
import type { Election } from './election.ts'

export interface SchulzeOptions extends ScoreOptions {
  /** What makes a defeat strong: the votes for it (`winning`, Debian; fewer against decide between equals) or the difference (`margins`). */
  readonly strength?: 'winning' | 'margins'
  /** How a candidate left blank is read; see comparePairs. */
  readonly unranked?: 'last' | 'no-opinion'
  /** "None of the above": whoever does not beat it is not elected. */
  readonly defaultOption?: {
    readonly candidate: number
    /** Papers that have to rank an option before the default, at least; Debian: 3/2 of the root of the developers. */
    readonly quorum?: number
    /** Per candidate: how many times as many papers for the option as for the default; more than 1 unless said (A.6.3: strictly greater). */
    readonly majority?: readonly number[]
  }
}

export interface SchulzeCount {
  readonly rule: 'schulze'
  readonly seats: number
  readonly papers: { readonly valid: number; readonly rejected: number }
  /** `preferred[a][b]`: papers that rank a before b. */
  readonly preferred: readonly (readonly number[])[]
  /** `beats[a][b]`: the strongest path from a to b is stronger than the one back. */
  readonly beats: readonly (readonly boolean[])[]
  /** Who beats everybody in direct comparison, if anybody does. */
  readonly condorcetWinner: number | null
  /** Options dropped before the comparison because of the default option. */
  readonly dropped: readonly {
    readonly candidate: number
    readonly because: 'quorum' | 'majority'
    readonly votes: number
    readonly against: number
  }[]
  /** From the best on; those in one group beat each other neither way. Whoever was dropped is missing. */
  readonly order: readonly (readonly number[])[]
  /** The best of the order, without the default option and whoever comes behind it. */
  readonly elected: readonly number[]
  readonly ties: readonly BrokenTie[]
  readonly vacancies: number
}

/**
 * Schulze: a beats b when the strongest path of defeats from a to b, which is as strong as its weakest defeat, is stronger than every path
 * back. With the default option it is the rule of the Debian constitution: options under the quorum or without their majority over the
 * default are dropped first. With several seats the first of the order are elected, which is not proportional: use a transferable vote.
 *
 * Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social
 * Choice and Welfare 36 (2011); Debian Constitution, A.6 (versions 1.1 to 1.7) and A.5 (from 1.8).
 * @throws RangeError where the election or the options are nonsense
 */
export function countSchulze(election: Election, options: SchulzeOptions = {}): SchulzeCount {
  const seats = options.seats ?? election.seats
  const { candidates, ballots } = election
  const preferred = comparePairs({ ...election, seats }, options.unranked)
  const standing = candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index]))
  const dropped = droppedBy(preferred, standing, options.defaultOption)
  const running = standing.filter((candidate) => !dropped.some((one) => one.candidate === candidate))
  const beats = beatPaths(preferred, running, options.strength ?? 'winning')

  const order: number[][] = []
  for (let left = running; left.length > 0;) {
    const best = left.filter((one) => !left.some((other) => beats[other]![one]))
    order.push(best)
    left = left.filter((one) => !best.includes(one))
  }

  const places = openPlaces(election, seats, options.benches)
  const breakTie = tieBreaker(election, options.ties ?? {})
  const elected: number[] = []
  const ties: BrokenTie[] = []
  let left = running
  while (places.left() > 0) {
    const open = left.filter((one) => one === options.defaultOption?.candidate || places.canElect(one))
    const best = open.filter((one) => !open.some((other) => beats[other]![one]))
    if (best.length === 0) break
    let next = best
    if (best.length > 1 && (best.includes(options.defaultOption?.candidate ?? -1) || !places.allElectable(best))) {
      const tie = breakTie(best, 'election')
      ties.push(tie)
      next = [tie.chosen]
    }
    if (next.includes(options.defaultOption?.candidate ?? -1)) break
    next.forEach(places.elect)
    elected.push(...next)
    left = left.filter((one) => !next.includes(one))
  }

  const total = ballots.reduce((sum, { papers }) => sum + papers, 0)
  const named = (index: number): boolean => !candidates[index]!.withdrawn
  const valid = ballots.reduce((sum, { papers, preferences }) => sum + (preferences.some((group) => group.some(named)) ? papers : 0), 0)
  const winner = standing.find((one) => standing.every((other) => other === one || preferred[one]![other]! > preferred[other]![one]!))
  return {
    rule: 'schulze',
    seats,
    papers: { valid, rejected: total - valid },
    preferred: preferred.map((row) => [...row]),
    beats,
    condorcetWinner: winner ?? null,
    dropped,
    order,
    elected,
    ties,
    vacancies: seats - elected.length,
  }
}

function droppedBy(
  preferred: readonly Float64Array[],
  standing: readonly number[],
  rule: SchulzeOptions['defaultOption'],
): SchulzeCount['dropped'] {
  if (!rule) return []
  if (!standing.includes(rule.candidate)) throw new RangeError(`the default option ${rule.candidate} does not stand`)
  return standing.flatMap((candidate): SchulzeCount['dropped'] => {
    if (candidate === rule.candidate) return []
    const votes = preferred[candidate]![rule.candidate]!
    const against = preferred[rule.candidate]![candidate]!
    if (votes < (rule.quorum ?? 0)) return [{ candidate, because: 'quorum', votes, against }]
    if (votes <= (rule.majority?.[candidate] ?? 1) * against) return [{ candidate, because: 'majority', votes, against }]
    return []
  })
}

/** Strongest paths after Floyd and Warshall; only defeats are steps. */
function beatPaths(preferred: readonly Float64Array[], running: readonly number[], strength: 'winning' | 'margins'): boolean[][] {
  const most = 2 ** 26
  const paths = preferred.map((row, one) =>
    row.map((votes, other) => {
      const against = preferred[other]![one]!
      if (votes <= against) return 0
      // Votes first, then as few as possible against: one number, exact while there are fewer than 2^26 papers.
      return strength === 'margins' ? votes - against : votes * most + (most - 1 - against)
    }),
  )
  for (const middle of running)
    for (const from of running) {
      if (from === middle) continue
      const first = paths[from]![middle]!
      for (const to of running) {
        const through = Math.min(first, paths[middle]![to]!)
        if (to !== from && through > paths[from]![to]!) paths[from]![to] = through
      }
    }
  const takesPart = new Set(running)
  return paths.map((row, one) => Array.from(row, (path, other) => takesPart.has(one) && takesPart.has(other) && path > paths[other]![one]!))
}
