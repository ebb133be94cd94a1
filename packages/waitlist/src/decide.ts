import type { ListCommand, ListEvent, RefusalCode } from './events.ts'
import { evolve } from './evolve.ts'
import { activeOf, checkPlaces, freeOf, inLine, isIn, takenOf, type Entry, type WaitingList } from './list.ts'
import { offerBegins, offerUntil, type OfferRules } from './offer-until.ts'

/** The moment, and the rules of the place where the list is kept. */
export interface Circumstances {
  readonly now: Date
  readonly rules: OfferRules
  /** An IANA zone, such as Asia/Shanghai. */
  readonly zone: string
}

export type Decided =
  | { readonly kind: 'accepted'; readonly events: readonly ListEvent[]; readonly list: WaitingList }
  /** Nothing changes. */
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/**
 * What follows from a command: events, or a refusal. Offers that have run out by now run out first; then the command is carried out; then every
 * free place is offered to the first in line who fits it, unless it is night.
 */
export function decide(list: WaitingList, command: ListCommand, circumstances: Circumstances): Decided {
  const course = new Course(list)
  expire(course, circumstances)
  const code = carryOut(course, command, circumstances)
  if (code) return { kind: 'refused', code }
  offer(course, circumstances)
  return { kind: 'accepted', events: course.events, list: course.list }
}

/** When a `tick` would next do something; undefined while nothing but people can change the list. */
export function dueAt(list: WaitingList, { now, rules, zone }: Circumstances): Date | undefined {
  const ends = list.entries.flatMap(({ until }) => (until ? [until.getTime()] : []))
  const begins = offerBegins(now, rules, zone)
  const waits = nextOffer(list) !== undefined && offerUntil(now, list.startsAt, rules, zone) !== undefined
  const due = Math.min(...ends, ...(waits && !list.cancelled ? [begins.getTime()] : []))
  return Number.isFinite(due) ? new Date(due) : undefined
}

class Course {
  list: WaitingList
  readonly events: ListEvent[] = []
  constructor(list: WaitingList) {
    this.list = list
  }
  happen(event: ListEvent): undefined {
    this.events.push(event)
    this.list = evolve(this.list, event)
  }
}

function expire(course: Course, { now }: Circumstances): void {
  const over = course.list.entries.filter(({ state, until }) => state === 'offered' && until! <= now)
  for (const { id, askedBefore } of over.toSorted((a, b) => a.until!.getTime() - b.until!.getTime() || a.turn - b.turn))
    course.happen({ kind: 'expired', entry: id, again: !askedBefore && !course.list.cancelled })
}

function carryOut(course: Course, command: ListCommand, { now }: Circumstances): RefusalCode | undefined {
  const { list } = course
  switch (command.kind) {
    case 'signUp':
      return signUp(course, command, now)
    case 'accept': {
      const entry = list.entries.find(({ id }) => id === command.entry)
      if (entry?.state !== 'offered') return entry?.askedBefore || entry?.state === 'passed' ? 'offer-over' : 'no-offer'
      if (list.cancelled) return 'cancelled'
      return course.happen({ kind: 'placed', entry: entry.id, place: entry.kind! })
    }
    case 'decline': {
      const entry = list.entries.find(({ id }) => id === command.entry)
      if (entry?.state !== 'offered') return 'no-offer'
      return course.happen({ kind: 'declined', entry: entry.id })
    }
    case 'leave': {
      const entry = list.entries.find(({ id }) => id === command.entry)
      if (!entry || !isIn(entry)) return 'not-in'
      return course.happen({ kind: 'left', entry: entry.id })
    }
    case 'changeCapacity': {
      checkPlaces(command.places)
      const kinds = new Set([...list.places, ...command.places].map(({ kind }) => kind))
      const fewer = [...kinds].some((kind) => takenOf(list, kind) > (command.places.find((one) => one.kind === kind)?.count ?? 0))
      // Nobody who has a place or was promised one is put out by a number.
      if (fewer) return 'places-taken'
      return course.happen({ kind: 'capacityChanged', places: command.places })
    }
    case 'cancel':
      return list.cancelled ? 'cancelled' : course.happen({ kind: 'cancelled' })
    case 'tick':
      return undefined
  }
}

function signUp(course: Course, { entry, who, fits }: ListCommand & { kind: 'signUp' }, now: Date): RefusalCode | undefined {
  const { list } = course
  if (list.cancelled) return 'cancelled'
  if (now >= list.startsAt) return 'started'
  if (activeOf(list, who)) return 'already-in'
  if (list.entries.some(({ id }) => id === entry)) throw new RangeError(`there is an entry ${entry} already`)
  if (!list.places.some(({ kind }) => fits.includes(kind))) return 'fits-no-place'
  // A free place that somebody waits for is theirs, also at night when they cannot be asked yet.
  const waiting = inLine(list)
  const place = list.places.find(
    ({ kind }) => fits.includes(kind) && freeOf(list, kind) > 0 && !waiting.some((other) => other.fits.includes(kind)),
  )
  course.happen({ kind: 'signedUp', entry, who, fits })
  if (place) course.happen({ kind: 'placed', entry, place: place.kind })
  return undefined
}

function offer(course: Course, { now, rules, zone }: Circumstances): void {
  if (course.list.cancelled || offerBegins(now, rules, zone) > now) return
  const until = offerUntil(now, course.list.startsAt, rules, zone)
  if (!until) return
  for (let next = nextOffer(course.list); next; next = nextOffer(course.list))
    course.happen({ kind: 'offered', entry: next.entry.id, place: next.place, until })
}

/** The first in line who fits a free place, and the narrowest such place. */
function nextOffer(list: WaitingList): { readonly entry: Entry; readonly place: string } | undefined {
  const free = list.places.filter(({ kind }) => freeOf(list, kind) > 0)
  if (free.length === 0) return undefined
  for (const entry of inLine(list)) {
    const place = free.find(({ kind }) => entry.fits.includes(kind))
    if (place) return { entry, place: place.kind }
  }
  return undefined
}
