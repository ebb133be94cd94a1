import days from 'chinese-days'
import { addDays, type DayKind } from './working-days.ts'

/** A row of the street's calendar, which the office may edit: official days are announced only a year ahead, and a street may close. */
export interface CalendarDay {
  readonly day: string
  readonly kind: DayKind
  readonly name: string
}

/** The national days off and make-up working days of one year, as far as they are known to the library; empty when they are not. */
export function nationalDays(year: number): CalendarDay[] {
  const found: CalendarDay[] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const detail = days.getDayDetail(day)
    // An ordinary day is named by its weekday ("Monday"); an announced one "National Day,国庆节,3".
    const name = detail.name.split(',')[1]
    if (name) found.push({ day, kind: detail.work ? 'workday' : 'holiday', name: detail.work ? `${name}调休上班` : name })
  }
  return found
}

/** The announced days of every year from one to another, for the first fill of the table. */
export const seedCalendar = (firstYear: number, lastYear: number): CalendarDay[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, index) => nationalDays(firstYear + index)).flat()
