import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escalationsOf, levelOn, nextTelling } from './escalations.ts'
import { nationalDays } from './seed.ts'
import { addDays, addWorkingDays, calendarOf, workingDaysBetween } from './working-days.ts'

const zone = 'Asia/Shanghai'
const rule = settingDefaults.clocks
const plain = calendarOf(zone, [])
const china = calendarOf(zone, nationalDays(2026))

describe('who is told when', () => {
  test('of fifteen days from a Monday: the owner on the seventh, the supervisor on the day after the last, the street lead three later', () => {
    expect(escalationsOf(plain, '2026-11-23', 15, rule)).toEqual({
      owner: '2026-12-02',
      supervisor: '2026-12-15',
      streetLead: '2026-12-18',
    })
  })

  test('the last day is a Friday: nobody above is told at the weekend', () => {
    const told = escalationsOf(plain, '2026-11-20', 5, rule)
    expect(addWorkingDays(plain, '2026-11-20', 5)).toBe('2026-11-27')
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((day) => levelOn(told, day))).toEqual([1, 1, 1, 2])
  })

  test('the last day is the eve of the national holiday: the supervisor is told on the first day back, the worked Saturday counts', () => {
    expect(escalationsOf(china, '2026-09-28', 2, rule)).toEqual({ owner: '2026-09-29', supervisor: '2026-10-08', streetLead: '2026-10-12' })
    expect(escalationsOf(china, '2026-10-08', 1, rule)).toMatchObject({ owner: '2026-10-09', supervisor: '2026-10-10' })
  })

  test('of a single day the owner is told on that day, not when it is over', () => {
    expect(escalationsOf(plain, '2026-11-23', 1, rule)).toEqual({ owner: '2026-11-24', supervisor: '2026-11-25', streetLead: '2026-11-30' })
  })

  test('while an answer is awaited no day is promised, and the days of waiting are not counted afterwards', () => {
    const waiting = escalationsOf(plain, '2026-11-23', 10, rule, [{ from: '2026-11-25' }])
    expect(waiting).toEqual({ owner: null, supervisor: null, streetLead: null })
    expect(nextTelling(waiting, '2026-12-31')).toBeNull()
    const answered = escalationsOf(plain, '2026-11-23', 10, rule, [{ from: '2026-11-25', to: '2026-12-02' }])
    expect(answered).toEqual({ owner: '2026-12-07', supervisor: '2026-12-15', streetLead: '2026-12-18' })
  })
})

describe('in any calendar of holidays and worked weekends', () => {
  const day = fc.integer({ min: 0, max: 300 }).map((offset) => addDays('2026-06-01', offset))
  const exceptions = fc.array(fc.record({ day, kind: fc.constantFrom('holiday' as const, 'workday' as const) }), { maxLength: 60 })
  const law = (check: (calendar: ReturnType<typeof calendarOf>, from: string, days: number) => void) =>
    fc.assert(
      fc.property(exceptions, day, fc.integer({ min: 1, max: 25 }), (rows, from, days) => check(calendarOf(zone, rows), from, days)),
      { seed: 20261123, numRuns: 300 },
    )

  test('whoever answers on the last day is late with nobody, and the first working day after it is too late', () =>
    law((calendar, from, days) => {
      const told = escalationsOf(calendar, from, days, rule)
      const last = addWorkingDays(calendar, from, days)
      expect(levelOn(told, last)).toBe(1)
      expect(told.supervisor).toBe(addWorkingDays(calendar, last, 1))
      expect(told.streetLead).toBe(addWorkingDays(calendar, told.supervisor!, rule.escalateStreetLeadAfter))
    }))

  test('they are told one after the other, on working days only, and never before the matter came in', () =>
    law((calendar, from, days) => {
      const { owner, supervisor, streetLead } = escalationsOf(calendar, from, days, rule)
      expect([from, owner!, supervisor!, streetLead!].toSorted()).toEqual([from, owner, supervisor, streetLead])
      for (const when of [owner!, supervisor!, streetLead!]) expect(calendar.isWorkingDay(when)).toBe(true)
      expect(workingDaysBetween(calendar, from, supervisor!)).toBe(days + 1)
    }))

  test('day by day the level only rises, and rises on the day that was named before', () =>
    law((calendar, from, days) => {
      const told = escalationsOf(calendar, from, days, rule)
      let [today, level] = [from, levelOn(told, from)]
      expect(level).toBe(0)
      while (level < 3) {
        const next = nextTelling(told, today)!
        expect(levelOn(told, addDays(next, -1))).toBe(level)
        const raised = levelOn(told, next)
        expect(raised).toBeGreaterThan(level)
        ;[today, level] = [next, raised]
      }
      expect(nextTelling(told, today)).toBeNull()
    }))
})
