import type { Deed } from '../deed.ts'
import { standing } from '../database/standing.ts'
import { nationalDays, type CalendarDay } from './seed.ts'
import { calendarOf, type Calendar } from './working-days.ts'

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
 * The street's calendar: the rows of calendar_day, and for a year in which nobody entered any, the announced national days. A year that is
 * not announced yet counts Monday to Friday.
 */
export const calendarFor = ({ tx, street }: Pick<Deed, 'tx' | 'street'>): Promise<Calendar> =>
  standing(tx, 'platform.calendar', async () => {
    const rows = await tx.selectFrom('calendar_day').select(['day', 'kind']).where('street_id', '=', street.id).execute()
    return withAnnounced(calendarOf(street.zone, rows), street.zone, new Set(rows.map(({ day }) => day.slice(0, 4))))
  })

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
