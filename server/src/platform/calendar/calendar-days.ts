import type { Deed } from '../deed.ts'
import type { Platform } from '../platform.ts'
import { nationalDays, type CalendarDay } from './seed.ts'
import { calendarOf, type Calendar } from './working-days.ts'

interface Kept {
  readonly calendar: Calendar
  readonly at: number
}

const keepMs = 60_000
const kept = new WeakMap<Platform, Map<string, Kept>>()
const announced = new Map<number, readonly CalendarDay[]>()

/** The announced national days of a year; working them out takes a while and they do not change while the process lives. */
export function announcedDays(year: number): readonly CalendarDay[] {
  const known = announced.get(year)
  if (known) return known
  const days = nationalDays(year)
  announced.set(year, days)
  return days
}

/**
 * The street's calendar, read at most once a minute: the rows of calendar_day, and for a year in which nobody entered any, the announced
 * national days. A year that is not announced yet counts Monday to Friday.
 */
export async function calendarFor(deed: Pick<Deed, 'tx' | 'street' | 'now' | 'platform'>): Promise<Calendar> {
  const { platform, street, now } = deed
  const streets = kept.get(platform) ?? new Map<string, Kept>()
  kept.set(platform, streets)
  const known = streets.get(street.id)
  const age = known ? now.getTime() - known.at : -1
  if (known && age >= 0 && age < keepMs) return known.calendar
  const rows = await deed.tx.selectFrom('calendar_day').select(['day', 'kind']).where('street_id', '=', street.id).execute()
  const calendar = withAnnounced(calendarOf(street.zone, rows), street.zone, new Set(rows.map(({ day }) => day.slice(0, 4))))
  streets.set(street.id, { calendar, at: now.getTime() })
  return calendar
}

/** After the office changed its days, the next deed reads them anew. */
export function forgetCalendar(platform: Platform, streetId: string): void {
  kept.get(platform)?.delete(streetId)
}

function withAnnounced(entered: Calendar, zone: string, years: ReadonlySet<string>): Calendar {
  const byYear = new Map<string, Calendar>()
  const ofYear = (year: string): Calendar => {
    const known = byYear.get(year)
    if (known) return known
    const made = calendarOf(zone, announcedDays(Number(year)))
    byYear.set(year, made)
    return made
  }
  return {
    zone,
    isWorkingDay(day) {
      const year = day.slice(0, 4)
      return (years.has(year) ? entered : ofYear(year)).isWorkingDay(day)
    },
  }
}
