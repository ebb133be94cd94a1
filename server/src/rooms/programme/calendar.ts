import type { CalendarDay } from '@ronghe/contract/programme/settings.ts'
import { announcedDays } from '../../platform/calendar/calendar-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

const bounds = (year: number) => [`${year}-01-01`, `${year}-12-31`] as const

export async function listCalendar(deed: Deed, year: number) {
  const [first, last] = bounds(year)
  const days = await deed.tx
    .selectFrom('calendar_day')
    .select(['day', 'kind', 'name'])
    .where('street_id', '=', deed.street.id)
    .where('day', '>=', first)
    .where('day', '<=', last)
    .orderBy('day')
    .execute()
  if (days.length > 0) return { year, source: 'street' as const, days }
  const announced = announcedDays(year)
  return { year, source: announced.length > 0 ? ('announced' as const) : ('unknown' as const), days: [...announced] }
}

/** Replaces a year's days. Clocks that already run keep the dates they promised; those started from now on use the new days. */
export async function writeCalendar(deed: Deed, year: number, days: readonly CalendarDay[]) {
  const [first, last] = bounds(year)
  const seen = new Set<string>()
  days.forEach(({ day }, index) => {
    if (day < first || day > last || seen.has(day))
      throw unfit([{ path: `days.${index}.day`, code: seen.has(day) ? 'day-twice' : 'day-of-another-year' }])
    seen.add(day)
  })
  const { tx, street } = deed
  await tx.deleteFrom('calendar_day').where('street_id', '=', street.id).where('day', '>=', first).where('day', '<=', last).execute()
  await tx
    .insertInto('calendar_day')
    .values(days.map((day) => ({ street_id: street.id, ...day })))
    .execute()
  await record(deed, { kind: 'programme.calendar.changed', plain: { year, days: days.length } })
  return { year, days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)) }
}

export async function seedCalendar(deed: Deed, year: number) {
  const days = announcedDays(year)
  if (days.length === 0) throw refused('year-not-announced', { params: { year } })
  return writeCalendar(deed, year, days)
}
