import type { NumbersOf } from '@ronghe/contract/programme/numbers.ts'
import { addDays, dayIn, startOfDay } from '../../platform/calendar/working-days.ts'

/** How much may be asked of one volunteer (08, Volunteers). Hours and weeks are those of the street's zone; a week begins on Monday. */
export type WorkRules = Pick<NumbersOf<'volunteers'>, 'restHours' | 'nightHours' | 'nightsAWeek' | 'hoursAWeek'>

export interface Span {
  readonly from: Date
  readonly until: Date
}
/** Something a person has promised already; only shifts count towards rest and the week. */
export interface Promised extends Span {
  readonly shift: boolean
}

export type WorkRefusal =
  | 'volunteers-overlap'
  | 'volunteers-night-hours'
  | 'volunteers-rest'
  | 'volunteers-nights-a-week'
  | 'volunteers-hours-a-week'

const hour = 3_600_000
/** The night of the rules: from ten in the evening to six in the morning. */
const nightBegins = 22
const nightLasts = 8

/** Milliseconds of a span that lie in the night. */
export function nightTime({ from, until }: Span, zone: string): number {
  let total = 0
  for (let day = addDays(dayIn(zone, from), -1); day <= dayIn(zone, until); day = addDays(day, 1)) {
    const begins = startOfDay(zone, day).getTime() + nightBegins * hour
    total += Math.max(0, Math.min(until.getTime(), begins + nightLasts * hour) - Math.max(from.getTime(), begins))
  }
  return total
}
export const isNight = (span: Span, zone: string): boolean => nightTime(span, zone) > 0

/** Whether a shift may be planned at all: what nobody could sign up for is not offered. */
export const tooLongAtNight = (span: Span, { nightHours }: WorkRules, zone: string): boolean => nightTime(span, zone) > nightHours * hour

/** What keeps somebody from this shift, given what they have promised; undefined when nothing does. */
export function refusalFor(shift: Span, promised: readonly Promised[], rules: WorkRules, zone: string): WorkRefusal | undefined {
  if (promised.some((other) => other.from < shift.until && other.until > shift.from)) return 'volunteers-overlap'
  if (tooLongAtNight(shift, rules, zone)) return 'volunteers-night-hours'
  const shifts = promised.filter((other) => other.shift)
  const rest = rules.restHours * hour
  if (shifts.some((other) => other.from.getTime() < shift.until.getTime() + rest && other.until.getTime() > shift.from.getTime() - rest))
    return 'volunteers-rest'
  const week = mondayOf(shift, zone)
  const sameWeek = shifts.filter((other) => mondayOf(other, zone) === week)
  if (isNight(shift, zone) && sameWeek.filter((other) => isNight(other, zone)).length >= rules.nightsAWeek)
    return 'volunteers-nights-a-week'
  const worked = [...sameWeek, shift].reduce((total, { from, until }) => total + (until.getTime() - from.getTime()), 0)
  return worked > rules.hoursAWeek * hour ? 'volunteers-hours-a-week' : undefined
}

/** A shift belongs to the week in which it begins. */
function mondayOf({ from }: Span, zone: string): string {
  const day = dayIn(zone, from)
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}
