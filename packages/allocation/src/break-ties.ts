import { sha256Hex } from './sha256.ts'

/**
 * How a tie is decided, in the order the charter gives: the cheapest project, the one with the most voters for it, the lot.
 * `name` (the id that comes first by code units) is there to compare with programs that decide so; no charter should.
 */
export type TieRule = 'cheapest' | 'votes' | 'lot' | 'name'

/** The recommended order: cheapest, then most votes, then the lot. */
export const usualTies: readonly TieRule[] = ['cheapest', 'votes', 'lot']

export interface TieOptions {
  /** The rules in order, `usualTies` if left out. Where none decides, the project that stands first in the list wins. */
  readonly ties?: readonly TieRule[]
  /** The text the lot is drawn with. Announce how it comes about before the vote; the empty text if left out. */
  readonly seed?: string
}

/** A tie that happened, and what decided it. */
export interface Tie {
  /** Places in `projects`. */
  readonly among: readonly number[]
  readonly winner: number
  readonly by: TieRule | 'place'
}

/** What is known of the projects when they tie. */
export interface Tied {
  readonly ids: readonly string[]
  /** Cost and voters by place in `projects`. */
  readonly cost: ArrayLike<number>
  readonly votes: ArrayLike<number>
}

/** The lot of a project: SHA-256 of the seed, a line feed and its id; the smallest wins. Anybody can repeat it with `sha256sum`. */
export function lotOf(seed: string, id: string): string {
  return sha256Hex(`${seed}\n${id}`)
}

/** Decides between the projects at these places (at least one). */
export function breakTie(among: readonly number[], tied: Tied, { ties = usualTies, seed = '' }: TieOptions): Tie {
  let left = among
  for (const by of ties) {
    left = bestOf(left, by, tied, seed)
    if (left.length === 1) return { among, winner: left[0]!, by }
  }
  return { among, winner: Math.min(...left), by: 'place' }
}

function bestOf(among: readonly number[], by: TieRule, { ids, cost, votes }: Tied, seed: string): readonly number[] {
  if (by === 'cheapest') return leastOf(among, (place) => cost[place]!)
  if (by === 'votes') return leastOf(among, (place) => -votes[place]!)
  if (by === 'name') return leastOf(among, (place) => ids[place]!)
  return leastOf(among, (place) => lotOf(seed, ids[place]!))
}

function leastOf<Value extends number | string>(among: readonly number[], valueOf: (place: number) => Value): readonly number[] {
  const values = among.map(valueOf)
  const least = values.reduce((one, other) => (other < one ? other : one))
  return among.filter((_, index) => values[index] === least)
}
