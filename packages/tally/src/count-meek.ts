import { openPlaces } from './bench-places.ts'
import { tieBreaker, type BrokenTie } from './break-tie.ts'
import { electHighest } from './elect-highest.ts'
import type { Election } from './election.ts'
import { multiplyUp, one } from './multiply-up.ts'
import { plantTree, type PreferenceTree } from './preference-tree.ts'
import { preparePapers } from './prepare-papers.ts'
import type { StvCount, StvFigures, StvOptions, StvRound } from './stv-count.ts'

/** A surplus under a millionth of a vote is none. */
const omega = one / 1_000_000

/**
 * Counts by Meek's method as the reference rule fixes it: every paper gives each candidate it names the part the candidate keeps, the elected
 * keep just what the quota takes, and the quota falls as papers run out. Nine decimals, every product and quotient rounded up, per paper.
 *
 * A round iterates until somebody reaches the quota, the surplus is under a millionth, or it no longer falls; in the last two cases the
 * lowest is excluded. Candidates closer to the lowest than the surplus count as tied with it; ties go to `options.ties`, by default without
 * regard to the past.
 *
 * Source: Proportional Representation Foundation, Reference Meek Rule; after Hill, Wichmann and Woodall, Algorithm 123, Computer Journal 30
 * (1987).
 * @throws RangeError where the election or the options are nonsense
 */
export function countMeek(election: Election, options: StvOptions = {}): StvCount {
  const seats = options.seats ?? election.seats
  const papers = preparePapers({ ...election, seats })
  const { valid, rejected } = papers
  const places = openPlaces(election, seats, options.benches)
  const breakTie = tieBreaker(election, options.ties ?? {}, 'none')
  const tree = plantTree(papers)
  const weight = new Float64Array(tree.papers.length)

  const running = new Set(election.candidates.flatMap(({ withdrawn }, index) => (withdrawn ? [] : [index])))
  const elected: number[] = []
  const keep = Float64Array.from(election.candidates, ({ withdrawn }) => (withdrawn ? 0 : one))
  const votes = new Float64Array(election.candidates.length)
  const sum = (): number => votes.reduce((total, vote) => total + vote, 0)
  let quota = 0
  let surplus = 0
  const figures = (): StvFigures => ({
    votes: Array.from(votes, (vote) => vote / one),
    exhausted: (valid * one - sum()) / one,
    lost: 0,
    quota: quota / one,
    surplus: surplus / one,
  })
  const distribute = (): void => {
    distributeVotes(tree, keep, weight, votes)
    const total = sum()
    quota = (total - (total % (seats + 1))) / (seats + 1) + 1
  }
  const surplusNow = (): number =>
    Math.max(
      0,
      elected.reduce((total, candidate) => total + votes[candidate]! - quota, 0),
    )

  distribute()
  const opening = figures()
  const history = [votes.slice()]
  const rounds: StvRound[] = []
  const record = (round: Pick<StvRound, 'action' | 'candidates' | 'reason' | 'elected' | 'ties'>): void => {
    rounds.push({ round: rounds.length + 1, ...round, ...figures() })
    history.push(votes.slice())
    options.onRound?.(rounds.length)
  }
  const exclude = (candidate: number): void => {
    running.delete(candidate)
    places.exclude(candidate)
    keep[candidate] = 0
  }

  while (places.left() > 0 && running.size > places.left()) {
    const doomed = [...running].filter((candidate) => !places.canElect(candidate))
    if (doomed.length > 0) {
      record({ action: 'exclusion', candidates: doomed, reason: 'bench-full', elected: [], ties: [] })
      doomed.forEach(exclude)
      continue
    }
    let reason: 'omega' | 'stable' | null = null
    for (let last = Number.POSITIVE_INFINITY; reason === null; last = surplus) {
      distribute()
      const reached = [...running].filter((candidate) => votes[candidate]! >= quota)
      const now = electHighest(reached, votes, places, breakTie, history)
      now.elected.forEach((candidate) => running.delete(candidate))
      elected.push(...now.elected)
      surplus = surplusNow()
      if (now.elected.length > 0) {
        record({ action: 'election', candidates: [], reason: null, elected: now.elected, ties: now.ties })
        break
      }
      if (surplus < omega) reason = 'omega'
      else if (surplus >= last) reason = 'stable'
      else for (const candidate of elected) keep[candidate] = keptPart(keep[candidate]!, quota, votes[candidate]!)
    }
    if (reason === null) continue
    const open = [...running].filter(places.canExclude)
    const least = Math.min(...open.map((candidate) => votes[candidate]!))
    const tied = open.filter((candidate) => votes[candidate]! <= least + surplus)
    const ties: BrokenTie[] = tied.length > 1 ? [breakTie(tied, 'exclusion', history)] : []
    const lowest = ties[0]?.chosen ?? tied[0]!
    record({ action: 'exclusion', candidates: [lowest], reason, elected: [], ties })
    exclude(lowest)
  }

  const rest = places.left() > 0 ? [...running] : []
  elected.push(...rest)
  const seated = new Set(elected)
  votes.forEach((_, candidate) => {
    if (!seated.has(candidate)) votes[candidate] = 0
  })
  return {
    rule: 'meek',
    seats,
    decimals: 9,
    papers: { valid, rejected },
    elected,
    quota: opening.quota,
    start: { ...opening, elected: [], ties: [] },
    rounds,
    end: { ...figures(), elected: rest },
    vacancies: seats - elected.length,
  }
}

/** Step B.2.a: every paper hands down its weight; `weight` holds what is left behind each node. */
function distributeVotes(tree: PreferenceTree, keep: Float64Array, weight: Float64Array, votes: Float64Array): void {
  const { candidate, parent, papers, after } = tree
  votes.fill(0)
  for (let node = 0; node < papers.length;) {
    const before = parent[node]!
    const whole = before === -1 ? one : weight[before]!
    const whose = candidate[node]!
    const part = keep[whose]!
    const kept = part === one ? whole : part === 0 ? 0 : multiplyUp(whole, part)
    weight[node] = whole - kept
    votes[whose] = votes[whose]! + kept * papers[node]!
    // Behind a candidate who keeps everything nothing is left to hand down.
    node = kept === whole ? after[node]! : node + 1
  }
}

/** Step B.2.f: the part times the quota, over the votes, both rounded up in the ninth decimal. */
function keptPart(part: number, quota: number, votes: number): number {
  const scale = BigInt(one)
  const product = (BigInt(part) * BigInt(quota) + scale - 1n) / scale
  return Math.min(one, Number((product * scale + BigInt(votes) - 1n) / BigInt(votes)))
}
