import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, dueAt } from './decide.ts'
import type { ListCommand, ListEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { openList, type WaitingList } from './list.ts'
import { standardRules } from './offer-until.ts'
import { wallTime } from './wall-clock.ts'

/**
 * The laws of the list over random courses of things. What they are held against is told from the events by bookkeeping of its own; of the
 * package it uses nothing but the commands and the clock on the wall.
 */
const seed = 20261123
const zone = 'Asia/Shanghai'
const begin = new Date('2026-11-23T08:00:00+08:00')
const people = Array.from({ length: 9 }, (_, index) => `p${index}`)
const kindsOf = (who: string): readonly string[] => (Number(who.slice(1)) % 3 === 0 ? ['narrow', 'wide'] : ['wide'])

interface Try {
  readonly what: number
  readonly who: number
  readonly minutes: number
  readonly counts: readonly [number, number]
}
const tries = fc.array(
  fc.record({
    what: fc.nat({ max: 99 }),
    who: fc.nat({ max: people.length - 1 }),
    minutes: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 90 }) }, { weight: 2, arbitrary: fc.nat({ max: 1500 }) }),
    counts: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 4 })),
  }),
  { minLength: 20, maxLength: 120 },
)

interface Happened {
  readonly at: Date
  readonly event: ListEvent
  readonly before: WaitingList
}
interface Course {
  readonly happened: readonly Happened[]
  readonly lists: readonly WaitingList[]
  readonly start: WaitingList
  readonly startsAt: Date
}

function commandOf(list: WaitingList, { what, who, counts }: Try, entry: string): ListCommand {
  const person = people[who]!
  const own = list.entries.findLast((one) => one.who === person)?.id ?? 'nobody'
  // Every other time somebody answers who was asked; else anybody answers, asked or not.
  const asked = list.entries.filter(({ state }) => state === 'offered')
  const answering = what % 2 === 0 && asked.length > 0 ? asked[who % asked.length]!.id : own
  if (what < 42) return { kind: 'signUp', entry, who: person, fits: kindsOf(person) }
  if (what < 58) return { kind: 'leave', entry: own }
  if (what < 74) return { kind: 'accept', entry: answering }
  if (what < 80) return { kind: 'decline', entry: answering }
  if (what < 88)
    return {
      kind: 'changeCapacity',
      places: [
        { kind: 'narrow', count: counts[0] },
        { kind: 'wide', count: counts[1] },
      ],
    }
  return what === 99 ? { kind: 'cancel' } : { kind: 'tick' }
}

function run(days: number, attempts: readonly Try[]): Course {
  const startsAt = new Date(begin.getTime() + days * 24 * 3_600_000 + 11 * 3_600_000)
  const start = openList(
    [
      { kind: 'narrow', count: 1 },
      { kind: 'wide', count: 2 },
    ],
    2,
    startsAt,
  )
  const happened: Happened[] = []
  const lists: WaitingList[] = [start]
  let list = start
  let now = begin
  for (const [index, attempt] of attempts.entries()) {
    now = new Date(now.getTime() + attempt.minutes * 60_000)
    const decided = decide(list, commandOf(list, attempt, `e${index}`), { now, rules: standardRules, zone })
    if (decided.kind === 'refused') continue
    let before = list
    for (const event of decided.events) {
      happened.push({ at: now, event, before })
      before = evolve(before, event)
    }
    expect(before).toEqual(decided.list)
    list = decided.list
    lists.push(list)
  }
  return { happened, lists, start, startsAt }
}

const law = (title: string, holds: (course: Course) => void) =>
  test(`law (seed ${seed}): ${title}`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), tries, (days, attempts) => holds(run(days, attempts))),
      { seed, numRuns: 200 },
    )
  })

law('never more places had or held than there are, of any kind', ({ lists }) => {
  for (const { entries, places } of lists)
    for (const { kind, count } of places)
      expect(entries.filter((entry) => entry.kind === kind && ['placed', 'offered'].includes(entry.state)).length).toBeLessThanOrEqual(
        count,
      )
})

law('a place goes to nobody while somebody who came earlier and fits it still waits for a first answer', ({ happened }) => {
  for (const { event, before } of happened) {
    if (event.kind !== 'offered' && event.kind !== 'placed') continue
    const getting = before.entries.find(({ id }) => id === event.entry)!
    // By accepting: whose turn it was had been settled when the offer was made.
    if (event.kind === 'placed' && getting.state === 'offered') continue
    const order = before.entries.map(({ id }) => id)
    const earlier = before.entries.filter(
      (entry) =>
        entry.state === 'waiting' &&
        !entry.askedBefore &&
        entry.fits.includes(event.place) &&
        entry.id !== getting.id &&
        order.indexOf(entry.id) < order.indexOf(getting.id),
    )
    expect(earlier).toEqual([])
  }
})

law('whoever signs up while somebody waits for such a place gets no place at once', ({ happened }) => {
  for (const { event, before } of happened) {
    if (event.kind !== 'placed' || before.entries.find(({ id }) => id === event.entry)!.state === 'offered') continue
    const others = before.entries.filter(({ id, state, fits }) => id !== event.entry && state === 'waiting' && fits.includes(event.place))
    expect(others).toEqual([])
  }
})

law('nobody is offered or given a kind of place they do not fit', ({ lists }) => {
  for (const { entries } of lists) for (const { kind, who } of entries) if (kind) expect(kindsOf(who)).toContain(kind)
})

law('nobody is asked at night, after the start or after it was cancelled, and no offer runs past the start', ({ happened, startsAt }) => {
  for (const { at, event, before } of happened) {
    if (event.kind !== 'offered') continue
    expect(wallTime(at, zone).hour).toBeGreaterThanOrEqual(7)
    expect(wallTime(at, zone).hour).toBeLessThan(22)
    expect(event.until > at && event.until <= startsAt).toBe(true)
    expect(before.cancelled).toBe(false)
  }
})

law('an offer that is taken was still running, and is the place that was held', ({ happened }) => {
  for (const { at, event, before } of happened) {
    if (event.kind !== 'placed') continue
    const entry = before.entries.find(({ id }) => id === event.entry)!
    if (entry.state !== 'offered') continue
    expect(entry.until! > at).toBe(true)
    expect(event.place).toBe(entry.kind)
  }
})

law('nobody is asked more than twice, and nobody has two turns at once', ({ happened, lists }) => {
  const asked = new Map<string, number>()
  for (const { event } of happened) if (event.kind === 'offered') asked.set(event.entry, (asked.get(event.entry) ?? 0) + 1)
  for (const count of asked.values()) expect(count).toBeLessThanOrEqual(2)
  for (const { entries } of lists) {
    const active = entries.filter(({ state }) => ['waiting', 'offered', 'placed'].includes(state)).map(({ who }) => who)
    expect(new Set(active).size).toBe(active.length)
  }
})

law('leaving is possible at every moment, and signing up again after it is too until the start', ({ lists, startsAt }) => {
  const last = lists.at(-1)!
  for (const entry of last.entries.filter(({ state }) => ['waiting', 'placed'].includes(state))) {
    for (const now of [new Date(startsAt.getTime() + 3_600_000), new Date(startsAt.getTime() - 60_000)]) {
      const left = decide(last, { kind: 'leave', entry: entry.id }, { now, rules: standardRules, zone })
      expect(left.kind).toBe('accepted')
      if (left.kind !== 'accepted' || now > startsAt || last.cancelled) continue
      const again = decide(
        left.list,
        { kind: 'signUp', entry: 'again', who: entry.who, fits: entry.fits },
        { now, rules: standardRules, zone },
      )
      // Unless there is no such kind of place any more.
      if (last.places.some(({ kind }) => entry.fits.includes(kind))) expect(again.kind).toBe('accepted')
    }
  }
})

law(
  'after a tick by day no place is free that somebody waits for, and a tick is due exactly while it would do something',
  ({ lists, startsAt }) => {
    const list = lists.at(-1)!
    for (const hours of [1, 9, 30, 100]) {
      const now = new Date(startsAt.getTime() - hours * 3_600_000)
      const circumstances = { now, rules: standardRules, zone }
      const ticked = decide(list, { kind: 'tick' }, circumstances)
      if (ticked.kind !== 'accepted') throw new Error('a tick is never refused')
      const due = dueAt(list, circumstances)
      expect(ticked.events.length > 0).toBe(due !== undefined && due <= now)
      const { hour } = wallTime(now, zone)
      if (ticked.list.cancelled || hour >= 22 || hour < 7) continue
      const free = ticked.list.places.filter(
        ({ kind, count }) =>
          ticked.list.entries.filter((one) => one.kind === kind && ['placed', 'offered'].includes(one.state)).length < count,
      )
      for (const { kind } of free)
        expect(ticked.list.entries.filter(({ state, fits }) => state === 'waiting' && fits.includes(kind))).toEqual([])
    }
  },
)

law('the events alone give the list again', ({ happened, lists, start }) => {
  expect(happened.map(({ event }) => event).reduce(evolve, start)).toEqual(lists.at(-1))
})

test('the random courses reach what they are meant to test', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), tries, (days, attempts) => {
      for (const { event } of run(days, attempts).happened)
        seen.set(`${event.kind}${event.kind === 'expired' ? String(event.again) : ''}`, 1 + (seen.get(event.kind) ?? 0))
    }),
    { seed, numRuns: 100 },
  )
  for (const kind of ['signedUp', 'placed', 'offered', 'declined', 'expiredtrue', 'expiredfalse', 'left', 'capacityChanged', 'cancelled'])
    expect([...seen.keys()]).toContain(kind)
})
