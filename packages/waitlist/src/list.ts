/**
 * A waiting list as data. Places may be of several kinds (two of eight need somebody who speaks a dialect); the kinds stand from the narrowest
 * to the widest, so that whoever fits a narrow place leaves the wide ones to the others.
 */
export interface WaitingList {
  readonly places: readonly Places[]
  /** So many people are needed for it to take place; see {@link missing}. */
  readonly minimum: number
  readonly startsAt: Date
  readonly cancelled: boolean
  /** The turn the next one in line gets. */
  readonly nextTurn: number
  readonly entries: readonly Entry[]
}

export interface Places {
  readonly kind: string
  readonly count: number
}

/**
 * `waiting` in line · `offered` asked, the place is held until `until` · `placed` has a place · over for this time: `left` of their own accord,
 * `declined` the offer, `passed` let two offers run out. None of these costs anything: a new sign-up is always possible.
 */
export type EntryState = 'waiting' | 'offered' | 'placed' | 'left' | 'declined' | 'passed'

export interface Entry {
  readonly id: string
  readonly who: string
  /** Kinds of places this person fits. */
  readonly fits: readonly string[]
  /** Order in the line; the least is asked first. */
  readonly turn: number
  readonly state: EntryState
  /** Of the place held or had. */
  readonly kind: string | null
  readonly until: Date | null
  /** One offer ran out already; the next one is the last. */
  readonly askedBefore: boolean
}

export function openList(places: readonly Places[], minimum: number, startsAt: Date): WaitingList {
  checkPlaces(places)
  return { places, minimum, startsAt, cancelled: false, nextTurn: 1, entries: [] }
}

export function checkPlaces(places: readonly Places[]): void {
  for (const { kind, count } of places) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no number of places (${kind})`)
  }
  if (new Set(places.map(({ kind }) => kind)).size < places.length) throw new RangeError('a kind of places stands in the list twice')
}

export const capacityOf = ({ places }: WaitingList): number => places.reduce((total, { count }) => total + count, 0)

/** Places had or held for an offer. */
export const takenOf = ({ entries }: WaitingList, kind?: string): number =>
  entries.filter((entry) => isHolding(entry) && (kind === undefined || entry.kind === kind)).length

export const freeOf = (list: WaitingList, kind: string): number =>
  (list.places.find((one) => one.kind === kind)?.count ?? 0) - takenOf(list, kind)

export const isHolding = ({ state }: Entry): boolean => state === 'placed' || state === 'offered'
/** Has a place, an offer or a turn. */
export const isIn = (entry: Entry): boolean => isHolding(entry) || entry.state === 'waiting'

/** Whoever waits, in the order in which they are asked. */
export const inLine = ({ entries }: WaitingList): readonly Entry[] =>
  entries.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.turn - b.turn)

/** How many stand before this one for any place that it fits. */
export const aheadOf = (list: WaitingList, { turn, fits }: Entry): number =>
  inLine(list).filter((other) => other.turn < turn && other.fits.some((kind) => fits.includes(kind))).length

/** How many more are needed for the minimum; 0 when it is reached. */
export const missing = ({ entries, minimum }: WaitingList): number =>
  Math.max(0, minimum - entries.filter(({ state }) => state === 'placed').length)

export const activeOf = ({ entries }: WaitingList, who: string): Entry | undefined =>
  entries.find((entry) => entry.who === who && isIn(entry))
