import { decide } from './decide.ts'
import type { ListCommand, ListEvent, RefusalCode } from './events.ts'
import { aheadOf, capacityOf, missing, openList, takenOf, type Places, type WaitingList } from './list.ts'
import { standardRules, type OfferRules } from './offer-until.ts'
import { wallTime } from './wall-clock.ts'

/** A list written down: what it offers, and who did what when. */
export interface Steps {
  readonly zone: string
  readonly rules: OfferRules
  readonly places: readonly Places[]
  readonly minimum: number
  readonly startsAt: Date
  readonly steps: readonly Step[]
}

export type Step = { readonly at: Date } & (
  | { readonly does: 'signUp'; readonly who: string; readonly fits: readonly string[] }
  | { readonly does: 'accept' | 'decline' | 'leave'; readonly who: string }
  | { readonly does: 'changeCapacity'; readonly places: readonly Places[] }
  | { readonly does: 'cancel' | 'tick' }
)

export interface Replayed {
  /** One sentence for everything that happened, in order. */
  readonly lines: readonly string[]
  readonly list: WaitingList
}

const deeds = ['signUp', 'accept', 'decline', 'leave', 'changeCapacity', 'cancel', 'tick'] as const

/** Reads the JSON of a list; what cannot be meant is a RangeError that names the place. */
export function readSteps(json: unknown): Steps {
  const file = objectAt(json, 'the file')
  const zone = file['zone'] === undefined ? 'Asia/Shanghai' : textAt(file['zone'], 'zone')
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new RangeError(`zone: there is no zone ${zone}`)
  }
  const places = placesAt(file['places'], 'places')
  return {
    zone,
    places,
    rules: { ...standardRules, ...(file['rules'] === undefined ? {} : objectAt(file['rules'], 'rules')) },
    minimum: file['minimum'] === undefined ? 0 : countAt(file['minimum'], 'minimum'),
    startsAt: momentAt(file['startsAt'], 'startsAt'),
    steps: listAt(file['steps'], 'steps').map((one, index) => stepAt(one, `steps[${index}]`, places)),
  }
}

function stepAt(value: unknown, place: string, places: readonly Places[]): Step {
  const step = objectAt(value, place)
  const at = momentAt(step['at'], `${place}.at`)
  const does = deeds.find((one) => one === step['does'])
  switch (does) {
    case undefined:
      throw new RangeError(`${place}.does: one of ${deeds.join(', ')}`)
    case 'signUp': {
      const fits = step['fits'] === undefined ? places.map(({ kind }) => kind) : listAt(step['fits'], `${place}.fits`).map(String)
      return { at, does, who: textAt(step['who'], `${place}.who`), fits }
    }
    case 'changeCapacity':
      return { at, does, places: placesAt(step['places'], `${place}.places`) }
    case 'cancel':
    case 'tick':
      return { at, does }
    default:
      return { at, does, who: textAt(step['who'], `${place}.who`) }
  }
}

/** Carries the steps out one after the other and says what became of each, and why. */
export function replay({ zone, rules, places, minimum, startsAt, steps }: Steps): Replayed {
  let list = openList(places, minimum, startsAt)
  const lines: string[] = []
  for (const [index, step] of steps.entries()) {
    const decided = decide(list, commandOf(list, step, `entry ${index + 1}`), { now: step.at, rules, zone })
    const say = (sentence: string) => lines.push(`${shown(step.at, zone)}  ${sentence}`)
    if (decided.kind === 'refused') say(`${nameOf(step)}: not possible, ${reasons[decided.code]}`)
    else {
      const { list: after } = decided
      for (const sentence of decided.events.flatMap((event) => sentenceOf(event, after, zone))) say(sentence)
      list = after
    }
  }
  const lacking = missing(list)
  lines.push(`In the end ${takenOf(list)} of ${capacityOf(list)} places are taken${lacking ? `; ${lacking} more are needed` : ''}.`)
  return { lines, list }
}

function commandOf(list: WaitingList, step: Step, entry: string): ListCommand {
  switch (step.does) {
    case 'signUp':
      return { kind: 'signUp', entry, who: step.who, fits: step.fits }
    case 'changeCapacity':
      return { kind: 'changeCapacity', places: step.places }
    case 'cancel':
    case 'tick':
      return { kind: step.does }
    default:
      return { kind: step.does, entry: list.entries.findLast(({ who }) => who === step.who)?.id ?? 'nobody' }
  }
}

function sentenceOf(event: ListEvent, list: WaitingList, zone: string): readonly string[] {
  const entry = 'entry' in event ? list.entries.find(({ id }) => id === event.entry)! : undefined
  const who = entry?.who ?? ''
  switch (event.kind) {
    case 'signedUp':
      return entry!.state === 'waiting'
        ? [`${who} signs up and waits, with ${aheadOf(list, entry!)} ahead: no place is free that nobody waits for`]
        : []
    case 'placed':
      return [`${who} has a place (${event.place}), ${takenOf(list)} of ${capacityOf(list)} taken`]
    case 'offered':
      return [`${who} is asked, first in line for a free place (${event.place}); it is held until ${shown(event.until, zone)}`]
    case 'declined':
      return [`${who} says no; nothing follows from it`]
    case 'expired':
      return [
        event.again
          ? `${who} did not answer and goes to the end, to be asked once more`
          : `${who} did not answer twice and is off the list; a new sign-up is possible`,
      ]
    case 'left':
      return [`${who} leaves; nothing follows from it`]
    case 'capacityChanged':
      return [`there are ${capacityOf(list)} places now`]
    case 'cancelled':
      return ['it is cancelled']
  }
}

const reasons: Readonly<Record<RefusalCode, string>> = {
  'already-in': 'already has a place or a turn',
  'fits-no-place': 'there is no kind of place for this person',
  started: 'it has started',
  cancelled: 'it is cancelled',
  'no-offer': 'nothing is offered to this person',
  'offer-over': 'the offer has run out',
  'not-in': 'has neither a place nor a turn',
  'places-taken': 'more places than that are had or held',
}

const nameOf = (step: Step): string => ('who' in step ? `${step.who} (${step.does})` : step.does)

function shown(at: Date, zone: string): string {
  const { year, month, day, hour, minute } = wallTime(at, zone)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

function objectAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RangeError(`${place}: must be an object`)
  return value as Readonly<Record<string, unknown>>
}
function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`${place}: must be a list`)
  return value
}
function textAt(value: unknown, place: string): string {
  if (typeof value !== 'string' || value === '') throw new RangeError(`${place}: must be a text`)
  return value
}
function countAt(value: unknown, place: string): number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw new RangeError(`${place}: must be a count`)
  return Number(value)
}
function momentAt(value: unknown, place: string): Date {
  const text = textAt(value, place)
  const at = new Date(text)
  // Without an offset it would mean another moment on another machine.
  if (Number.isNaN(at.getTime()) || !/(Z|[+-]\d\d:\d\d)$/.test(text))
    throw new RangeError(`${place}: must be a moment such as 2026-11-23T10:00:00+08:00`)
  return at
}
function placesAt(value: unknown, place: string): readonly Places[] {
  if (typeof value === 'number') return [{ kind: 'any', count: countAt(value, place) }]
  return listAt(value, place).map((one, index) => {
    const { kind, count } = objectAt(one, `${place}[${index}]`)
    return { kind: textAt(kind, `${place}[${index}].kind`), count: countAt(count, `${place}[${index}].count`) }
  })
}
