/**
 * Clocks that count working days. A day is `2026-11-23` in the street's zone. The day something happens is not counted, the
 * last day counts whole (民法典 art. 201, 203): what is accepted on Monday with two days is due at the end of Wednesday.
 */
export interface Calendar {
  readonly zone: string
  isWorkingDay(day: string): boolean
}

/** While the resident is asked for something the office's clock stands. The day of the answer is still the resident's. */
export interface Pause {
  readonly from: Date | string
  /** Absent while the answer is still awaited. */
  readonly to?: Date | string | undefined
}
type EndedPause = Pause & { readonly to: Date | string }

export type DayKind = 'holiday' | 'workday'
export interface DayException {
  readonly day: string
  /** `workday` is a Saturday or Sunday worked to make up for a long holiday (调休). */
  readonly kind: DayKind
}

/** Monday to Friday, except for the days the calendar table says otherwise about. */
export function calendarOf(zone: string, exceptions: Iterable<DayException>): Calendar {
  const kinds = new Map(Array.from(exceptions, ({ day, kind }) => [day, kind]))
  return {
    zone,
    isWorkingDay(day) {
      const kind = kinds.get(day)
      if (kind) return kind === 'workday'
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
      return weekday !== 0 && weekday !== 6
    },
  }
}

/** The n-th working day after `from`; with n = 0 the day itself. */
export function addWorkingDays(calendar: Calendar, from: Date | string, n: number): string {
  return countOn(calendar, dayOf(calendar, from), n, () => false)
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: Date | string, to: Date | string): number {
  return elapsed(calendar, from, to, [])
}

/**
 * The last day of a clock of so many working days. Working days within a pause do not count. Undefined while an open pause
 * keeps the clock from ever running out.
 */
export function deadline(calendar: Calendar, startedAt: Date | string, days: number, pauses?: readonly EndedPause[]): string
export function deadline(calendar: Calendar, startedAt: Date | string, days: number, pauses: readonly Pause[]): string | undefined
export function deadline(calendar: Calendar, startedAt: Date | string, days: number, pauses: readonly Pause[] = []): string | undefined {
  const start = dayOf(calendar, startedAt)
  const standing = standingDays(calendar, pauses)
  const waitsSince = openSince(calendar, pauses)
  if (waitsSince !== undefined && elapsed(calendar, start, waitsSince, pauses) < days) return undefined
  return countOn(calendar, start, days, standing)
}

/** Working days used up to and with `today`, pauses left out: what "day 4 of 15" on a case means. */
export function elapsed(calendar: Calendar, startedAt: Date | string, today: Date | string, pauses: readonly Pause[]): number {
  const last = dayOf(calendar, today)
  const standing = standingDays(calendar, pauses)
  let count = 0
  for (let day = nextDay(dayOf(calendar, startedAt)); day <= last; day = nextDay(day)) {
    if (calendar.isWorkingDay(day) && !standing(day)) count += 1
  }
  return count
}

/** A clock of calendar days whose last day moves to the next working day when it is a day off (民法典 art. 203). */
export function calendarDeadline(calendar: Calendar, from: Date | string, days: number): string {
  const last = addDays(dayOf(calendar, from), days)
  return calendar.isWorkingDay(last) ? last : addWorkingDays(calendar, last, 1)
}

/** The date it is in a zone at an instant. */
export function dayIn(zone: string, instant: Date): string {
  return formatter(zone).format(instant)
}

/** The instant at which a day begins in a zone: 2026-11-23 in Asia/Shanghai begins at 2026-11-22T16:00Z. */
export function startOfDay(zone: string, day: string): Date {
  // Zones lie within 26 hours of one another and change by quarter hours: look for the first instant that already has this date.
  let early = Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000
  let late = early + 30 * 3_600_000
  if (Number.isNaN(early)) throw new RangeError(`not a day: ${day}`)
  while (late - early > 1000) {
    const middle = early + Math.floor((late - early) / 2000) * 1000
    if (dayIn(zone, new Date(middle)) < day) early = middle
    else late = middle
  }
  return new Date(late)
}

/** The first instant after a day: a deadline on that day is missed from here on. */
export const endOfDay = (zone: string, day: string): Date => startOfDay(zone, nextDay(day))

export function addDays(day: string, n: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) throw new RangeError(`not a day: ${day}`)
  return new Date(at + n * 86_400_000).toISOString().slice(0, 10)
}

const nextDay = (day: string): string => addDays(day, 1)
const dayOf = (calendar: Calendar, from: Date | string): string =>
  typeof from === 'string' ? addDays(from, 0) : dayIn(calendar.zone, from)

function countOn(calendar: Calendar, start: string, n: number, standing: (day: string) => boolean): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`)
  let day = start
  let idle = 0
  for (let left = n; left > 0;) {
    day = nextDay(day)
    const counts = calendar.isWorkingDay(day) && !standing(day)
    if (counts) left -= 1
    idle = calendar.isWorkingDay(day) ? 0 : idle + 1
    // Nowhere do people rest for a year: such a calendar is a mistake, and the clock would never end.
    if (idle > 366) throw new RangeError(`the calendar has no working day in the year before ${day}`)
  }
  return day
}

/** The days a pause takes away: after the day the question was asked, up to and with the day it was answered. */
function standingDays(calendar: Calendar, pauses: readonly Pause[]): (day: string) => boolean {
  const spans = pauses.map((pause) => ({
    from: dayOf(calendar, pause.from),
    to: pause.to === undefined ? undefined : dayOf(calendar, pause.to),
  }))
  return (day) => spans.some((span) => day > span.from && (span.to === undefined || day <= span.to))
}

function openSince(calendar: Calendar, pauses: readonly Pause[]): string | undefined {
  return pauses
    .filter((pause) => pause.to === undefined)
    .map((pause) => dayOf(calendar, pause.from))
    .sort()[0]
}

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  // en-CA writes a date as 2026-11-23
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(zone, made)
  return made
}
