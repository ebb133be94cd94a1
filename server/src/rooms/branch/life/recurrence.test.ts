import type { Rule } from '@ronghe/contract/branch/occasions.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalDays } from '../../../platform/calendar/seed.ts'
import { addDays, calendarOf } from '../../../platform/calendar/working-days.ts'
import { datesOf } from './recurrence.ts'

const zone = 'Asia/Shanghai'
const china = calendarOf(zone, nationalDays(2026))
const days = (rule: Rule, year = 2026) => datesOf(rule, year, china).map(({ day }) => day)
const monthly = (on: Rule['on'], moves: Rule['moves'] = 'stays'): Rule => ({ every: 'month', month: 1, on, moves })

describe('days that come back', () => {
  test('the twenty-fifth of every month; the thirty-first is the last day where a month has fewer', () => {
    expect(days(monthly({ kind: 'date', date: 25 })).slice(0, 3)).toEqual(['2026-01-25', '2026-02-25', '2026-03-25'])
    expect(days(monthly({ kind: 'date', date: 31 })).slice(0, 4)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
  })

  test('the second Friday; a fifth Friday that a month does not have is its fourth', () => {
    expect(days(monthly({ kind: 'weekday', nth: 2, weekday: 5 })).slice(0, 2)).toEqual(['2026-01-09', '2026-02-13'])
    expect(days(monthly({ kind: 'weekday', nth: 5, weekday: 5 })).slice(0, 2)).toEqual(['2026-01-30', '2026-02-27'])
  })

  test('on the first of October, a holiday: the next working day; on 31 October, a Saturday, the Friday before, because November is another month', () => {
    expect(days(monthly({ kind: 'date', date: 1 }, 'toWorkingDay'))[9]).toBe('2026-10-08')
    expect(days(monthly({ kind: 'date', date: 31 }, 'toWorkingDay'))[9]).toBe('2026-10-30')
  })

  test('people who work all week meet on a day off: the fifteenth moves on to the next one', () => {
    expect(days(monthly({ kind: 'date', date: 15 }, 'toDayOff')).slice(2, 4)).toEqual(['2026-03-15', '2026-04-18'])
  })

  test('once a quarter in its last month, and once a year', () => {
    const quarterly: Rule = { every: 'quarter', month: 3, on: { kind: 'weekday', nth: 3, weekday: 7 }, moves: 'stays' }
    expect(datesOf(quarterly, 2026, china)).toEqual([
      { period: '2026-Q1', day: '2026-03-15' },
      { period: '2026-Q2', day: '2026-06-21' },
      { period: '2026-Q3', day: '2026-09-20' },
      { period: '2026-Q4', day: '2026-12-20' },
    ])
    expect(days({ every: 'year', month: 12, on: { kind: 'date', date: 12 }, moves: 'stays' })).toEqual(['2026-12-12'])
  })
})

describe('in any calendar of holidays and worked weekends', () => {
  const rule: fc.Arbitrary<Rule> = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const).chain((every) =>
    fc.record({
      every: fc.constant(every),
      month: fc.integer({ min: 1, max: { month: 1, quarter: 3, year: 12 }[every] }),
      on: fc.oneof(
        fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
        fc.record({ kind: fc.constant('weekday' as const), nth: fc.integer({ min: 1, max: 5 }), weekday: fc.integer({ min: 1, max: 7 }) }),
      ),
      moves: fc.constantFrom('stays' as const, 'toWorkingDay' as const, 'toDayOff' as const),
    }),
  )
  const year = fc.integer({ min: 2024, max: 2032 })
  const exceptions = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 3200 }).map((offset) => addDays('2024-01-01', offset)),
      kind: fc.constantFrom('holiday' as const, 'workday' as const),
    }),
    { maxLength: 400 },
  )
  const law = (check: (rule: Rule, year: number, calendar: ReturnType<typeof calendarOf>) => void) =>
    fc.assert(
      fc.property(rule, year, exceptions, (one, of, rows) => check(one, of, calendarOf(zone, rows))),
      { seed: 20261123, numRuns: 400 },
    )
  const periodOf = (every: Rule['every'], day: string): string =>
    every === 'month'
      ? day.slice(0, 7)
      : every === 'year'
        ? day.slice(0, 4)
        : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

  test('every period has exactly one day, within it, in order', () =>
    law((one, of, calendar) => {
      const dates = datesOf(one, of, calendar)
      expect(dates).toHaveLength({ month: 12, quarter: 4, year: 1 }[one.every])
      for (const { period, day } of dates) expect(periodOf(one.every, day)).toBe(period)
      expect(dates.map(({ day }) => day)).toEqual(dates.map(({ day }) => day).toSorted())
    }))

  test('a day that has to fit fits, and never lies further on than the first fitting one', () =>
    law((one, of, calendar) => {
      if (one.moves === 'stays') return
      const fits = (day: string): boolean => calendar.isWorkingDay(day) === (one.moves === 'toWorkingDay')
      const stays = datesOf({ ...one, moves: 'stays' }, of, calendar)
      datesOf(one, of, calendar).forEach(({ day, period }, index) => {
        const wished = stays[index]!.day
        if (fits(day)) {
          for (let between = wished; between < day; between = addDays(between, 1)) expect(fits(between)).toBe(false)
          return
        }
        for (let any = wished; periodOf(one.every, any) === period; any = addDays(any, 1)) expect(fits(any)).toBe(false)
        for (let any = wished; periodOf(one.every, any) === period; any = addDays(any, -1)) expect(fits(any)).toBe(false)
      })
    }))
})
