import { addDays } from './working-days.ts'

/** What figures are counted over. A period is written 2026-11, 2026-Q4, 2026-H2 or 2026. */
export type PeriodLength = 'month' | 'quarter' | 'half' | 'year'

export function periodOf(day: string, length: PeriodLength): string {
  const year = day.slice(0, 4)
  if (length === 'year') return year
  if (length === 'month') return day.slice(0, 7)
  const month = Number(day.slice(5, 7))
  return length === 'half' ? `${year}-H${Math.ceil(month / 6)}` : `${year}-Q${Math.ceil(month / 3)}`
}

/** 2026-Q4 for any day of October to December. */
export const quarterOf = (day: string): string => periodOf(day, 'quarter')

/** The first and the last day of a period. */
export function daysOf(period: string): { readonly first: string; readonly last: string } {
  const match = /^(\d{4})(?:-Q([1-4])|-H([12])|-(0[1-9]|1[0-2]))?$/.exec(period)
  if (!match) throw new RangeError(`not a period: ${period}`)
  const year = Number(match[1])
  const [month, months] = match[2]
    ? [Number(match[2]) * 3 - 2, 3]
    : match[3]
      ? [Number(match[3]) * 6 - 5, 6]
      : match[4]
        ? [Number(match[4]), 1]
        : [1, 12]
  return { first: dayOf(year, month), last: addDays(dayOf(year, month + months), -1) }
}

const dayOf = (year: number, month: number): string =>
  month > 12 ? dayOf(year + 1, month - 12) : `${year}-${String(month).padStart(2, '0')}-01`

/** Whether it is over: figures are published for whole, finished periods, so that two pages never differ by a few people. */
export const isFinished = (period: string, today: string): boolean => daysOf(period).last < today

/** From the period a first day lies in to the last one that is over, oldest first. */
export function finishedSince(first: string, length: PeriodLength, today: string): string[] {
  const periods: string[] = []
  for (let period = periodOf(first, length); isFinished(period, today); period = periodOf(addDays(daysOf(period).last, 1), length))
    periods.push(period)
  return periods
}
