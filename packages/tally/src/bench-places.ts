import type { Election } from './election.ts'

/** How many of each bench are to be elected, at least and at most: `{ newcomers: { least: 6, most: 6 } }`. Candidates carry their bench. */
export type BenchSeats = Readonly<Record<string, { readonly least: number; readonly most: number }>>

/** The places still open while a count goes on: which candidate may still be elected, which may still be left out. */
export interface OpenPlaces {
  /** Seats that can still be filled. */
  readonly left: () => number
  /** Could the bench conditions still be met if this candidate were elected? If not, the candidate's bench is full. */
  readonly canElect: (candidate: number) => boolean
  /** The same for several together. */
  readonly allElectable: (candidates: readonly number[]) => boolean
  /** Could they if this candidate were excluded? If not, the candidate is needed. */
  readonly canExclude: (candidate: number) => boolean
  readonly elect: (candidate: number) => void
  readonly exclude: (candidate: number) => void
}

/**
 * Keeps the books of an election with benches. Every candidate in the running can be elected or excluded without breaking a condition, as in
 * "constrained" single transferable voting (I. D. Hill, STV with constraints, Voting matters 9, 1998: guarded and doomed candidates). Where
 * a bench has too few candidates its places stay empty; they go to no other bench beyond its `most`.
 *
 * @throws RangeError where the conditions contradict each other or a candidate has no bench
 */
export function openPlaces(election: Election, seats: number, benches?: BenchSeats): OpenPlaces {
  const { candidates } = election
  const conditions = benches ?? { '': { least: 0, most: seats } }
  const benchOf = candidates.map(({ bench, name }) => {
    if (!benches) return ''
    if (bench === undefined || !Object.hasOwn(benches, bench))
      throw new RangeError(`${name} stands for ${bench === undefined ? 'no bench' : `the bench ${bench}, which has no places`}`)
    return bench
  })
  const state = new Map<string, { elected: number; running: number; least: number; most: number }>()
  for (const [bench, { least, most }] of Object.entries(conditions)) {
    if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most) || least < 0 || most < least)
      throw new RangeError(`places of ${bench}: at least ${least} and at most ${most} cannot be`)
    const running = candidates.filter((candidate, index) => benchOf[index] === bench && !candidate.withdrawn).length
    state.set(bench, { elected: 0, running, least: Math.min(least, running), most })
  }
  const asked = Object.values(conditions).reduce((sum, { least }) => sum + least, 0)
  if (asked > seats) throw new RangeError(`the benches ask for ${asked} places, but there are ${seats}`)
  let left = Math.min(
    seats,
    [...state.values()].reduce((sum, { most, running }) => sum + Math.min(most, running), 0),
  )

  const allows = (elected: readonly number[], excluded: readonly number[]): boolean => {
    const count = (these: readonly number[], bench: string): number => these.filter((candidate) => benchOf[candidate] === bench).length
    let needed = 0
    let room = 0
    for (const [bench, one] of state) {
      const done = one.elected + count(elected, bench)
      const running = one.running - count(elected, bench) - count(excluded, bench)
      if (done > one.most || one.least - done > running) return false
      needed += Math.max(0, one.least - done)
      room += Math.min(one.most - done, running)
    }
    return needed <= left - elected.length && left - elected.length <= room
  }
  const drop = (candidate: number, elected: number): void => {
    const bench = state.get(benchOf[candidate]!)!
    bench.running--
    bench.elected += elected
    left -= elected
  }
  return {
    left: () => left,
    allElectable: (these) => allows(these, []),
    canElect: (candidate) => allows([candidate], []),
    canExclude: (candidate) => allows([], [candidate]),
    elect: (candidate) => drop(candidate, 1),
    exclude: (candidate) => drop(candidate, 0),
  }
}
