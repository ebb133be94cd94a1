import { overlap, holds, type Span } from './times.ts'
import type { Read, ReadHeld, ReadShift, ReadVolunteer, Rules } from './problem.ts'

/** Why somebody cannot serve on a shift, in the order in which it is asked. */
export const hindrances = [
  'already',
  'away',
  'busy',
  'skill',
  'minor',
  'noNights',
  'nightTooLong',
  'rest',
  'nights',
  'hours',
  'notWith',
] as const
export type Hindrance = (typeof hindrances)[number]

/** What stands against this one assignment alone; undefined where nothing does. */
export function hindranceOf(volunteer: ReadVolunteer, shift: ReadShift, rules: Rules, wishes: Wishes): Hindrance | undefined {
  if (shift.already.has(volunteer.id)) return 'already'
  if (!volunteer.available.some((span) => holds(span, shift))) return 'away'
  if ([...volunteer.busy, ...volunteer.held].some((span) => overlap(span, shift))) return 'busy'
  if (!shift.requires.every((skill) => volunteer.skills.has(skill))) return 'skill'
  if (volunteer.minor && (shift.night || shift.patrol)) return 'minor'
  if (shift.night && !volunteer.nights) return 'noNights'
  if (shift.nightMinutes > rules.nightHours * 60) return 'nightTooLong'
  if (volunteer.held.some((span) => tooClose(span, shift, rules))) return 'rest'
  if (shift.night && nightsIn(volunteer.held, shift.week) + 1 > rules.nightsPerWeek) return 'nights'
  if (minutesIn(volunteer.held, shift.week) + lengthOf(shift) > rules.hoursPerWeek * 60) return 'hours'
  if ([...shift.already].some((other) => wishes(volunteer.id, other))) return 'notWith'
  return undefined
}

/** Whether two would rather not serve together; one of them is enough. */
export type Wishes = (one: string, other: string) => boolean

export function wishesOf({ volunteers }: Read): Wishes {
  const byId = new Map(volunteers.map((volunteer) => [volunteer.id, volunteer.notWith]))
  return (one, other) => (byId.get(one)?.has(other) ?? false) || (byId.get(other)?.has(one) ?? false)
}

export const lengthOf = (span: Span): number => span.until - span.from

/** Two shifts that nobody can have both: they overlap, or the rest between them is too short. */
export const tooClose = (one: Span, other: Span, rules: Rules): boolean =>
  one.from < other.until + rules.restHours * 60 && other.from < one.until + rules.restHours * 60

export const nightsIn = (spans: readonly ReadHeld[], week: number): number =>
  spans.filter((span) => span.week === week && span.night).length

export const minutesIn = (spans: readonly ReadHeld[], week: number): number =>
  spans.reduce((sum, span) => sum + (span.week === week ? lengthOf(span) : 0), 0)

/** 0 where they live, 1 next door, 2 anywhere else; a shift without a lane is near to everybody. */
export const distanceOf = (volunteer: ReadVolunteer, shift: ReadShift): 0 | 1 | 2 =>
  shift.lane === undefined ? 0 : (volunteer.lanes[shift.lane] ?? 2)
