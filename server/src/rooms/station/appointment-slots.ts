import { startOfDay } from '../../platform/calendar/working-days.ts'

export interface Hours {
  readonly id: string
  /** 1 is Monday. */
  readonly weekday: number
  readonly from: number
  readonly to: number
  readonly slotMinutes: number
  readonly capacity: number
  readonly services: readonly string[]
  readonly since: string
  readonly until: string | null
}
export interface PlannedSlot {
  readonly id: string
  readonly hoursId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
  readonly services: readonly string[]
}
/** What the calendar says about a day beyond its weekday. */
export type DayKind = 'holiday' | 'workday' | undefined

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The hours that hold on a day. A worked weekend (调休) is served like a Monday where it has no hours of its own. */
export function hoursOn(day: string, kind: DayKind, hours: readonly Hours[]): readonly Hours[] {
  if (kind === 'holiday') return []
  const inForce = hours.filter(({ since, until }) => since <= day && (until === null || day <= until))
  const own = inForce.filter(({ weekday }) => weekday === weekdayOf(day))
  return own.length === 0 && kind === 'workday' ? inForce.filter(({ weekday }) => weekday === 1) : own
}

/** Every appointment of a day for all of these services, in order. A last piece shorter than an appointment is none. */
export function slotsOn(zone: string, day: string, kind: DayKind, hours: readonly Hours[], services: readonly string[]): PlannedSlot[] {
  const midnight = startOfDay(zone, day).getTime()
  return hoursOn(day, kind, hours)
    .filter((line) => line.capacity > 0 && (line.services.length === 0 || services.every((key) => line.services.includes(key))))
    .flatMap((line) => {
      const count = Math.floor((line.to - line.from) / line.slotMinutes)
      return Array.from({ length: count }, (_, index) => {
        const from = line.from + index * line.slotMinutes
        return {
          id: slotId(line.id, day, from),
          hoursId: line.id,
          startsAt: new Date(midnight + from * 60_000),
          endsAt: new Date(midnight + (from + line.slotMinutes) * 60_000),
          capacity: line.capacity,
          services: line.services,
        }
      })
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1))
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
export const slotId = (hoursId: string, day: string, minute: number): string =>
  `${hoursId}_${day}_${twoDigits(Math.floor(minute / 60))}${twoDigits(minute % 60)}`
export const dayOfSlot = (id: string): string => id.split('_')[1] ?? ''
