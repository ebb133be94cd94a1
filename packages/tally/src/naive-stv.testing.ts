import type { Election } from './election.ts'

/** Counts written a second time, as slowly and plainly as the rules read: paper by paper, in whole numbers without limit. */

interface Paper {
  readonly preferences: readonly number[]
  worth: bigint
  holder: number | null
}

const papersOf = ({ ballots }: Election): Paper[] =>
  ballots.flatMap(({ papers, preferences }) =>
    Array.from({ length: papers }, () => ({ preferences: preferences.map(([only]) => only!), worth: 100_000n, holder: null })),
  )

/** Scottish rules; ties by the last round that tells the tied apart, then the order of the paper. @returns who is elected, sorted. */
export function naiveScottish(election: Election): readonly number[] {
  const papers = papersOf(election).filter(({ preferences }) => preferences.length > 0)
  const quota = BigInt(Math.floor(papers.length / (election.seats + 1)) + 1) * 100_000n
  const state = election.candidates.map(() => 'continuing' as 'continuing' | 'elected' | 'excluded')
  const fixed = new Map<number, bigint>()
  const pending: number[] = []
  const stages: bigint[][] = []
  const credit = (candidate: number): bigint =>
    fixed.get(candidate) ?? papers.reduce((sum, { holder, worth }) => (holder === candidate ? sum + worth : sum), 0n)
  const credits = (): bigint[] => state.map((_, candidate) => credit(candidate))
  const advance = (paper: Paper): void => {
    const from = paper.holder === null ? 0 : paper.preferences.indexOf(paper.holder) + 1
    paper.holder = paper.preferences.slice(from).find((candidate) => state[candidate] === 'continuing') ?? -1
  }
  const inState = (wanted: string): number[] => state.flatMap((one, candidate) => (one === wanted ? [candidate] : []))
  const seatsLeft = (): number => election.seats - inState('elected').length
  const choose = (these: readonly number[], most: boolean): number => {
    let left = [...these]
    for (const stage of [credits(), ...stages.toReversed()]) {
      const figures = left.map((candidate) => stage[candidate]!)
      const wanted = figures.reduce((one, other) => (most === other > one ? other : one))
      left = left.filter((candidate) => stage[candidate] === wanted)
    }
    return left[0]!
  }
  papers.forEach(advance)
  stages.push(credits())
  for (;;) {
    for (const candidate of inState('continuing').filter((one) => credit(one) >= quota)) {
      if (inState('continuing').length <= seatsLeft()) break
      state[candidate] = 'elected'
      pending.push(candidate)
    }
    if (seatsLeft() <= 0 || inState('continuing').length <= seatsLeft()) break
    if (pending.length > 0) {
      const candidate = choose(pending, true)
      pending.splice(pending.indexOf(candidate), 1)
      const votes = credit(candidate)
      for (const paper of papers.filter(({ holder }) => holder === candidate)) {
        paper.worth = (paper.worth * (votes - quota)) / votes
        advance(paper)
      }
      fixed.set(candidate, quota)
    } else {
      const candidate = choose(inState('continuing'), false)
      state[candidate] = 'excluded'
      papers.filter(({ holder }) => holder === candidate).forEach(advance)
    }
    stages.push(credits())
  }
  return [...inState('elected'), ...(seatsLeft() > 0 ? inState('continuing') : [])].toSorted((one, other) => one - other)
}

/** Reference Meek; ties by the order of the paper. @returns who is elected, sorted, and the votes they end with in billionths. */
export function naiveMeek(election: Election): { readonly elected: readonly number[]; readonly votes: readonly bigint[] } {
  const whole = 1_000_000_000n
  const papers = papersOf(election)
  const state = election.candidates.map(() => 'hopeful' as 'hopeful' | 'elected' | 'defeated')
  const keep = state.map(() => whole)
  let votes = state.map(() => 0n)
  const inState = (wanted: string): number[] => state.flatMap((one, candidate) => (one === wanted ? [candidate] : []))
  const up = (above: bigint, below: bigint): bigint => (above + below - 1n) / below
  const distribute = (): void => {
    votes = state.map(() => 0n)
    for (const { preferences } of papers) {
      let weight = whole
      for (const candidate of preferences) {
        const kept = up(weight * keep[candidate]!, whole)
        votes[candidate]! += kept
        weight -= kept
      }
    }
  }
  distribute()
  while (inState('elected').length < election.seats && inState('elected').length + inState('hopeful').length > election.seats) {
    let surplus = 0n
    for (let last = -1n; ; last = surplus) {
      distribute()
      const quota = votes.reduce((sum, vote) => sum + vote, 0n) / BigInt(election.seats + 1) + 1n
      const reached = inState('hopeful').filter((candidate) => votes[candidate]! >= quota)
      for (const candidate of reached) state[candidate] = 'elected'
      surplus = inState('elected').reduce((sum, candidate) => sum + votes[candidate]! - quota, 0n)
      if (surplus < 0n) surplus = 0n
      if (reached.length > 0) break
      if (surplus < 1000n || (last >= 0n && surplus >= last)) {
        const open = inState('hopeful')
        const least = open.map((candidate) => votes[candidate]!).reduce((one, other) => (other < one ? other : one))
        const lowest = open.find((candidate) => votes[candidate]! <= least + surplus)!
        state[lowest] = 'defeated'
        keep[lowest] = 0n
        break
      }
      for (const candidate of inState('elected')) keep[candidate] = up(up(keep[candidate]! * quota, whole) * whole, votes[candidate]!)
    }
  }
  const missing = election.seats - inState('elected').length
  const elected = [...inState('elected'), ...(missing > 0 ? inState('hopeful') : [])].toSorted((one, other) => one - other)
  return { elected, votes: votes.map((vote, candidate) => (elected.includes(candidate) ? vote : 0n)) }
}
