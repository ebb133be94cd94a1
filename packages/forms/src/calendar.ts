import type { Day } from './text.ts'

/** Days are compared as text; this says whether the text is a day that exists. */
export function isDay(text: unknown): text is Day {
  const parts = typeof text === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** `2026-11`. */
export const isMonth = (text: unknown): text is string => typeof text === 'string' && text.length === 7 && isDay(`${text}-01`)

export function addDays(day: Day, days: number): Day {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

/** The day of the same number so many months on, or the last of a shorter month (民法典 Art. 202). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, number] = numbersOf(day)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)
  first.setUTCDate(Math.min(number, last))
  return first.toISOString().slice(0, 10)
}

/**
 * Whole months passed, as the Civil Code counts them (民法典 Art. 202): up to the day of the same number, or the last day of a month
 * that has no such day. A month without a day counts from its first. Undefined when one of them is not a day.
 */
export function monthsBetween(from: unknown, to: unknown): number | undefined {
  const start = isMonth(from) ? `${from}-01` : from
  if (!isDay(start) || !isDay(to)) return undefined
  const [fromYear, fromMonth, fromDay] = numbersOf(start)
  const [toYear, toMonth, toDay] = numbersOf(to)
  const reached = toDay >= Math.min(fromDay, daysInMonth(toYear, toMonth))
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (reached ? 0 : 1)
}

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const numbersOf = (day: Day): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]
