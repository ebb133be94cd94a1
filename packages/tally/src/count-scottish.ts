import { openPlaces } from './bench-places.ts'
import { tieBreaker, type BrokenTie } from './break-tie.ts'
import { electHighest } from './elect-highest.ts'
import type { Election } from './election.ts'
import { preparePapers } from './prepare-papers.ts'
import type { StvCount, StvFigures, StvOptions, StvRound } from './stv-count.ts'

/** Votes are kept in whole hundred-thousandths, because the law takes transfer values to five decimal places. */
const unit = 100_000

/**
 * Counts by the Scottish rules: weighted inclusive Gregory transfers, one surplus or one exclusion a round.
 *
 * The quota is papers / (seats + 1), whole, plus one (rule 46). The greatest surplus goes first (49); each paper goes on at
 * surplus x its value / votes, five decimals, the rest ignored (48). With no surplus left the lowest is excluded and the papers go on at
 * the value they had (50). When as many are left as places, they are elected (52). Ties are broken by the most recent round in which the
 * tied had unequal votes, then by lot (49, 51); `options.ties` says otherwise where a charter does. A candidate exactly at the quota has
 * a round of their own in which nothing moves, so that rounds are numbered as in the usual reports.
 *
 * Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52; unchanged in SSI 2011/399.
 * @throws RangeError where the election or the options are nonsense
 */
export function countScottish(election: Election, options: StvOptions = {}): StvCount {
  const seats = options.seats ?? election.seats
  const { start, preferences, papers, valid, rejected } = preparePapers({ ...election, seats })
  const places = openPlaces(election, seats, options.benches)
  const breakTie = tieBreaker(election, options.ties ?? {}, 'backwards')
  const quota = (Math.floor(valid / (seats + 1)) + 1) * unit

  const running = new Set(election.candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index])))
  const elected: number[] = []
  const pending = new Set<number>()
  const votes = new Float64Array(election.candidates.length)
  const piles: number[][] = election.candidates.map(() => [])
  const at = start.slice(0, -1)
  const value = new Float64Array(papers.length).fill(unit)
  let exhausted = 0
  const history: Float64Array[] = []

  const figures = (surplus: number): StvFigures => {
    const held = votes.reduce((sum, vote) => sum + vote, 0)
    const lost = valid * unit - held - exhausted
    return {
      votes: Array.from(votes, (vote) => vote / unit),
      exhausted: exhausted / unit,
      lost: lost / unit,
      quota: quota / unit,
      surplus: surplus / unit,
    }
  }
  const electAtQuota = () => {
    const reached = [...running].filter((candidate) => votes[candidate]! >= quota)
    const now = electHighest(reached, votes, places, breakTie, history)
    for (const candidate of now.elected) {
      running.delete(candidate)
      pending.add(candidate)
      elected.push(candidate)
    }
    return now
  }
  /** Moves a candidate's papers on, each at the value `revalued` gives it, and leaves `kept` behind. */
  const handOn = (from: number, kept: number, revalued: (value: number) => number): void => {
    for (const paper of piles[from]!) {
      value[paper] = revalued(value[paper]!)
      let next = at[paper]! + 1
      while (next < start[paper + 1]! && !running.has(preferences[next]!)) next++
      at[paper] = next
      const worth = value[paper]! * papers[paper]!
      if (next === start[paper + 1]) exhausted += worth
      else {
        const to = preferences[next]!
        votes[to] = votes[to]! + worth
        piles[to]!.push(paper)
      }
    }
    piles[from] = []
    votes[from] = kept
  }

  for (let paper = 0; paper < papers.length; paper++) {
    const first = preferences[start[paper]!]!
    votes[first] = votes[first]! + papers[paper]! * unit
    piles[first]!.push(paper)
  }
  const complete = (): boolean => running.size <= places.left() || places.left() <= 0
  const opening = figures(0)
  history.push(votes.slice())
  const { elected: first, ties: firstTies } = electAtQuota()

  const rounds: StvRound[] = []
  while (!complete()) {
    const ties: BrokenTie[] = []
    const pick = (tied: readonly number[], purpose: 'surplus' | 'exclusion'): number => {
      if (tied.length === 1) return tied[0]!
      ties.push(breakTie(tied, purpose, history))
      return ties.at(-1)!.chosen
    }
    const surplus = [...pending].reduce((sum, candidate) => sum + votes[candidate]! - quota, 0)
    let candidate: number
    let action: 'surplus' | 'exclusion' = 'surplus'
    let reason: 'lowest' | 'bench-full' | null = null
    if (pending.size > 0) {
      const most = Math.max(...[...pending].map((one) => votes[one]!))
      candidate = pick(
        [...pending].filter((one) => votes[one] === most).toSorted((one, other) => one - other),
        'surplus',
      )
      pending.delete(candidate)
      handOn(candidate, quota, transferValue(votes[candidate]! - quota, votes[candidate]!))
    } else {
      const doomed = [...running].filter((one) => !places.canElect(one))
      const open = doomed.length > 0 ? doomed : [...running].filter(places.canExclude)
      const least = Math.min(...open.map((one) => votes[one]!))
      action = 'exclusion'
      reason = doomed.length > 0 ? 'bench-full' : 'lowest'
      candidate = pick(
        open.filter((one) => votes[one] === least),
        'exclusion',
      )
      running.delete(candidate)
      places.exclude(candidate)
      handOn(candidate, 0, (same) => same)
    }
    const after = figures(surplus)
    history.push(votes.slice())
    // Whoever is left once the last exclusion leaves just enough is elected for that reason (52), with a quota or without.
    const now = complete() ? { elected: [], ties: [] } : electAtQuota()
    rounds.push({
      round: rounds.length + 1,
      action,
      candidates: [candidate],
      reason,
      elected: now.elected,
      ties: [...ties, ...now.ties],
      ...after,
    })
    options.onRound?.(rounds.length)
  }

  const rest = places.left() > 0 ? [...running] : []
  return {
    rule: 'scottish',
    seats,
    decimals: 5,
    papers: { valid, rejected },
    elected: [...elected, ...rest],
    quota: quota / unit,
    start: { ...opening, elected: first, ties: firstTies },
    rounds,
    end: { ...figures([...pending].reduce((sum, candidate) => sum + votes[candidate]! - quota, 0)), elected: rest },
    vacancies: seats - elected.length - rest.length,
  }
}

/** Rule 48(3), exact whatever the size: few values are in use at a time, so each is worked out once. */
function transferValue(surplus: number, votes: number): (value: number) => number {
  const known = new Map<number, number>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const after = Number((BigInt(value) * BigInt(surplus)) / BigInt(votes))
    known.set(value, after)
    return after
  }
}
