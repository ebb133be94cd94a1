import { addDays, dayIn, startOfDay } from '../../platform/calendar/working-days.ts'

/** A stretch of time; half open, so that what ends at eight does not touch what begins at eight. */
export interface Stretch {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** Every week: 1 is Monday, minutes after midnight in the street's zone. */
export interface Weekly {
  readonly weekday: number
  readonly from: number
  readonly to: number
}

export interface Slot extends Stretch {
  /** How many of those asked have said that they can never come then. */
  readonly cannot: number
}

/** When people who work can come: evenings from Monday to Friday, mornings, afternoons and evenings at the weekend (minutes after midnight). */
const weekdayStarts = [19 * 60] as const
const weekendStarts = [9 * 60 + 30, 14 * 60 + 30, 19 * 60] as const

export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const at = (zone: string, day: string, minute: number): Date => new Date(startOfDay(zone, day).getTime() + minute * 60_000)

/** Whether a weekly time touches a stretch, which may run past midnight. */
export function touches(zone: string, { weekday, from, to }: Weekly, { startsAt, endsAt }: Stretch): boolean {
  for (let day = dayIn(zone, startsAt); at(zone, day, 0) < endsAt; day = addDays(day, 1))
    if (weekdayOf(day) === weekday && at(zone, day, from) < endsAt && at(zone, day, to) > startsAt) return true
  return false
}

/** How many persons cannot come at all in a stretch; each is counted once. */
export const countCannot = (zone: string, stretch: Stretch, perPerson: readonly (readonly Weekly[])[]): number =>
  perPerson.filter((times) => times.some((time) => touches(zone, time, stretch))).length

/**
 * Times to ask about: evenings and weekends after the charter's notice, for three weeks. Those at which nobody has said "never" come alone;
 * where there are fewer than `least` of them, the ones with the fewest who cannot fill up, because some time has to be found.
 */
export function offeredSlots({
  zone,
  now,
  noticeDays,
  minutes,
  perPerson,
  least = 3,
  most = 8,
}: {
  readonly zone: string
  readonly now: Date
  readonly noticeDays: number
  readonly minutes: number
  readonly perPerson: readonly (readonly Weekly[])[]
  readonly least?: number
  readonly most?: number
}): Slot[] {
  const first = earliestDay(zone, now, noticeDays)
  const all = Array.from({ length: 21 }, (_, index) => addDays(first, index)).flatMap((day) =>
    (weekdayOf(day) > 5 ? weekendStarts : weekdayStarts).map((minute) => {
      const startsAt = at(zone, day, minute)
      const stretch = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
      return { ...stretch, cannot: countCannot(zone, stretch, perPerson) }
    }),
  )
  const free = all.filter(({ cannot }) => cannot === 0)
  const chosen = free.length >= least ? free : all.toSorted((a, b) => a.cannot - b.cannot).slice(0, least)
  return chosen.slice(0, most).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** The last day on which invitations keep the notice: so many whole days lie between it and the day of the meeting. */
export const noticeBy = (zone: string, startsAt: Date, noticeDays: number): string => addDays(dayIn(zone, startsAt), -noticeDays)
/** The first day a meeting may be on when the invitations go out today. */
export const earliestDay = (zone: string, now: Date, noticeDays: number): string => addDays(dayIn(zone, now), noticeDays)
export const keepsNotice = (zone: string, now: Date, startsAt: Date, noticeDays: number): boolean =>
  now < startsAt && dayIn(zone, now) <= noticeBy(zone, startsAt, noticeDays)
