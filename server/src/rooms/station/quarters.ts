import { addDays } from '../../platform/calendar/working-days.ts'

/** 2026-Q4 for any day of October to December. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The first and the last day of a quarter. */
export function daysOf(quarter: string): { readonly first: string; readonly last: string } {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter)
  if (!match) throw new RangeError(`not a quarter: ${quarter}`)
  const [year, number] = [Number(match[1]), Number(match[2])]
  const first = `${year}-${String(number * 3 - 2).padStart(2, '0')}-01`
  const next = number === 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 + 1).padStart(2, '0')}-01`
  return { first, last: addDays(next, -1) }
}

/** Whether it is over: figures are published for whole, finished quarters, so that two pages never differ by a few people. */
export const isFinished = (quarter: string, today: string): boolean => daysOf(quarter).last < today
