import type { Tie, TieRule } from './break-ties.ts'
import type { Election } from './election.ts'

/** What every rule answers. Projects are named by id. */
export interface Outcome {
  readonly rule: 'equal-shares' | 'greedy' | 'phragmen'
  /** In the order in which they were funded. */
  readonly winners: readonly string[]
  /** What the winners cost together, and what there was to spend. */
  readonly cost: number
  readonly budget: number
  /** Every tie that happened, and what decided it. */
  readonly ties: readonly NamedTie[]
}

export interface NamedTie {
  readonly among: readonly string[]
  readonly winner: string
  readonly by: TieRule | 'place'
}

export function nameTies({ projects }: Election, ties: readonly Tie[]): readonly NamedTie[] {
  const name = (place: number) => projects[place]!.id
  return ties.map(({ among, winner, by }) => ({ among: among.map(name), winner: name(winner), by }))
}

/** The places of these ids. @throws RangeError for an id that is no project. */
export function placesOfIds({ projects }: Election, ids: readonly string[]): number[] {
  const places = new Map(projects.map(({ id }, place) => [id, place]))
  return ids.map((id) => {
    const place = places.get(id)
    if (place === undefined) throw new RangeError(`no project is called ${id}`)
    return place
  })
}
