import { nightMinutes, toMinutes, weekOf, type Span } from './times.ts'

/** Local wall-clock times, `2026-11-23T19:30`, until not included. */
export interface Period {
  readonly from: string
  readonly until: string
}

export interface Volunteer {
  readonly id: string
  /** Under eighteen: never at night, never on patrol, never the second adult of a pair. */
  readonly minor?: boolean
  /** Whether nights are all right. */
  readonly nights?: boolean
  /** When they said they are free. */
  readonly available: readonly Period[]
  /** Skills and dialects alike. */
  readonly skills?: readonly string[]
  /** How far the lanes are that they named: 0 the own one, 1 next to it. Every other lane is 2. */
  readonly lanes?: Readonly<Record<string, 0 | 1 | 2>>
  /** Hours given in the last four weeks. Only who is asked next depends on it; it is never shown. */
  readonly hoursGiven?: number
  /** Shifts they already have around these days: they count for rest, nights and hours. */
  readonly held?: readonly Period[]
  /** Classes, meetings, work: only their time is taken. */
  readonly busy?: readonly Period[]
  /** With whom they would rather not serve. Either side's wish is enough. */
  readonly notWith?: readonly string[]
}

export interface Shift extends Period {
  readonly id: string
  /** How many it needs, and how many it can take, those already on it included. */
  readonly min: number
  readonly max: number
  /** What everybody on it must have. */
  readonly requires?: readonly string[]
  /** What at least one of them should have, where it can be: a home dialect, first aid. */
  readonly wants?: readonly string[]
  readonly lane?: string
  readonly patrol?: boolean
  /** Two adults or nobody: with children, and at somebody's home. */
  readonly pair?: boolean
  /** Who has already said yes. */
  readonly already?: readonly string[]
}

export interface Rules {
  readonly restHours: number
  readonly nightFromHour: number
  readonly nightUntilHour: number
  /** The most hours of one shift that may lie in the night. */
  readonly nightHours: number
  readonly nightsPerWeek: number
  readonly hoursPerWeek: number
}

export const usualRules: Rules = {
  restHours: 11,
  nightFromHour: 22,
  nightUntilHour: 6,
  nightHours: 4,
  nightsPerWeek: 2,
  hoursPerWeek: 12,
}

export interface Problem {
  readonly volunteers: readonly Volunteer[]
  readonly shifts: readonly Shift[]
  readonly rules?: Partial<Rules>
  /** Ask for as many as a shift needs (usual), or for as many as it can take. */
  readonly fill?: 'minimum' | 'maximum'
}

/** A problem read once: times as minutes, everything in the order of the ids, so that the order of a file changes nothing. */
export interface Read {
  readonly rules: Rules
  readonly fill: 'minimum' | 'maximum'
  readonly volunteers: readonly ReadVolunteer[]
  readonly shifts: readonly ReadShift[]
}

export interface ReadVolunteer {
  readonly id: string
  readonly minor: boolean
  readonly nights: boolean
  readonly available: readonly Span[]
  readonly skills: ReadonlySet<string>
  readonly lanes: Readonly<Record<string, 0 | 1 | 2>>
  /** Minutes given in the last four weeks. */
  readonly given: number
  readonly held: readonly ReadHeld[]
  readonly busy: readonly Span[]
  readonly notWith: ReadonlySet<string>
}

export interface ReadHeld extends Span {
  readonly week: number
  readonly night: boolean
}

export interface ReadShift extends ReadHeld {
  readonly id: string
  readonly nightMinutes: number
  /** How many more are needed; for a pair at least what makes it two. */
  readonly needed: number
  /** How many more it can take. */
  readonly room: number
  /** Adults who must be added, if anybody is: two on a pair, less those already there. */
  readonly adults: number
  readonly patrol: boolean
  readonly requires: readonly string[]
  readonly wants: readonly string[]
  readonly lane: string | undefined
  readonly already: ReadonlySet<string>
}

/** @throws RangeError for nonsense: times that are none, a minimum above the maximum, two things with one id */
export function readProblem(problem: Problem): Read {
  const rules = { ...usualRules, ...problem.rules }
  for (const [name, value] of Object.entries(rules))
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`rules.${name} is no number from 0`)
  const minors = new Set(problem.volunteers.filter(({ minor }) => minor).map(({ id }) => id))
  const night = (span: Span): number => nightMinutes(span, rules.nightFromHour, rules.nightUntilHour)
  const held = (period: Period, where: string): ReadHeld => {
    const span = readSpan(period, where)
    return { ...span, week: weekOf(span.from), night: night(span) > 0 }
  }
  const volunteers = inOrder(problem.volunteers, 'volunteer').map((volunteer): ReadVolunteer => {
    const given = (volunteer.hoursGiven ?? 0) * 60
    if (!(given >= 0 && given < 1e6)) throw new RangeError(`volunteer ${volunteer.id}: hoursGiven is no number of hours`)
    return {
      id: volunteer.id,
      minor: volunteer.minor ?? false,
      nights: volunteer.nights ?? false,
      available: joined(volunteer.available.map((period) => readSpan(period, `volunteer ${volunteer.id}`))),
      skills: new Set(volunteer.skills),
      lanes: volunteer.lanes ?? {},
      given: Math.round(given),
      held: (volunteer.held ?? []).map((period) => held(period, `volunteer ${volunteer.id}`)),
      busy: (volunteer.busy ?? []).map((period) => readSpan(period, `volunteer ${volunteer.id}`)),
      notWith: new Set(volunteer.notWith),
    }
  })
  const shifts = inOrder(problem.shifts, 'shift').map((shift): ReadShift => {
    const { id, min, max, already = [] } = shift
    if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < Math.max(min, 1))
      throw new RangeError(`shift ${id}: min and max are whole numbers, min not above max`)
    const span = held(shift, `shift ${id}`)
    const together = shift.pair === true || (shift.patrol === true && span.night)
    if (together && max < 2) throw new RangeError(`shift ${id} needs two adults, and can take only ${max}`)
    const adultsThere = already.filter((person) => !minors.has(person)).length
    const adults = together ? Math.max(0, 2 - adultsThere) : 0
    const wanted = Math.max(0, (together && min > 0 ? Math.max(min, 2) : min) - already.length)
    return {
      id,
      ...span,
      nightMinutes: night(span),
      needed: min > 0 ? Math.max(wanted, adults) : wanted,
      room: Math.max(0, max - already.length),
      adults,
      patrol: shift.patrol ?? false,
      requires: shift.requires ?? [],
      wants: shift.wants ?? [],
      lane: shift.lane,
      already: new Set(already),
    }
  })
  return { rules, fill: problem.fill ?? 'minimum', volunteers, shifts }
}

/** Periods that touch are one: free from two to four and from four to six is free from three to five. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.until) result[result.length - 1] = { from: last.from, until: Math.max(last.until, span.until) }
    else result.push(span)
  }
  return result
}

function readSpan(period: Period, where: string): Span {
  const [from, until] = [toMinutes(period.from), toMinutes(period.until)]
  if (until <= from) throw new RangeError(`${where}: ${period.until} is not after ${period.from}`)
  return { from, until }
}

function inOrder<T extends { readonly id: string }>(things: readonly T[], kind: string): T[] {
  const sorted = [...things].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  sorted.forEach(({ id }, index) => {
    if (id === sorted[index - 1]?.id) throw new RangeError(`two of the name ${id}: every ${kind} has its own`)
  })
  return sorted
}
