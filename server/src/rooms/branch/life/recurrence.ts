import type { Rule } from '@ronghe/contract/branch/occasions.ts'
import { addDays, type Calendar } from '../../../platform/calendar/working-days.ts'

export interface Dated {
  /** `2026-03`, `2026-Q1` or `2026`: what a plan gives one date in. */
  readonly period: string
  readonly day: string
}

interface Span {
  readonly period: string
  readonly from: string
  readonly to: string
  /** Months of the year, 1-12, that lie in it. */
  readonly first: number
}

const two = (count: number): string => String(count).padStart(2, '0')
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const dayOf = (year: number, month: number, date: number): string => `${year}-${two(month)}-${two(date)}`
/** 1 is Monday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

function spansOf({ every }: Rule, year: number): readonly Span[] {
  const length = monthsIn[every]
  return Array.from({ length: 12 / length }, (_, index) => {
    const first = index * length + 1
    const last = first + length - 1
    const name = { month: `${year}-${two(first)}`, quarter: `${year}-Q${index + 1}`, year: `${year}` }[every]
    return { period: name, first, from: dayOf(year, first, 1), to: dayOf(year, last, lastOf(year, last)) }
  })
}

/**
 * The days a rule gives in a year, one in every period. A date the month does not have is its last day, a fifth weekday it does not have the
 * fourth. A day that has to move goes to the next fitting one of its period; when there is none any more, to the last fitting one before.
 */
export const datesOf = (rule: Rule, year: number, calendar: Calendar): readonly Dated[] =>
  spansOf(rule, year).map((span) => ({
    period: span.period,
    day: moved(rule, meant(rule, year, span.first + rule.month - 1), span, calendar),
  }))

function meant({ on }: Rule, year: number, month: number): string {
  if (on.kind === 'date') return dayOf(year, month, Math.min(on.date, lastOf(year, month)))
  const first = 1 + ((on.weekday - weekdayOf(dayOf(year, month, 1)) + 7) % 7)
  const date = first + (on.nth - 1) * 7
  return dayOf(year, month, date > lastOf(year, month) ? date - 7 : date)
}

function moved({ moves }: Rule, day: string, { from, to }: Span, calendar: Calendar): string {
  if (moves === 'stays') return day
  const fits = (one: string): boolean => calendar.isWorkingDay(one) === (moves === 'toWorkingDay')
  for (let one = day; one <= to; one = addDays(one, 1)) if (fits(one)) return one
  for (let one = day; one >= from; one = addDays(one, -1)) if (fits(one)) return one
  return day
}
