import { settingDefaults } from '@ronghe/contract/programme/settings.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedDays } from '../../platform/calendar/calendar-days.ts'
import { addDays, addWorkingDays, calendarOf, workingDaysBetween } from '../../platform/calendar/working-days.ts'
import { escalationBy, laterStep, waitingFor } from './concern-clock.ts'

const seed = { seed: 20261123, numRuns: 20 }
const { clocks } = settingDefaults
const plain = calendarOf('Asia/Shanghai', [])
const of2026 = calendarOf('Asia/Shanghai', announcedDays(2026))
const answer = (from: string) => ({ from, days: 15 })

describe('fifteen working days from Monday 2 November 2026', () => {
  const by = (today: string) => escalationBy(plain, today, answer('2026-11-02'), clocks)
  test('nobody is told before the seventh', () => expect(by('2026-11-10')).toBe('none'))
  test('the owner is told on the seventh', () => expect(by('2026-11-11')).toBe('owner'))
  test('the last day still counts whole', () => expect(by('2026-11-23')).toBe('owner'))
  test('the superior is told on the day after', () => expect(by('2026-11-24')).toBe('supervisor'))
  test('the street lead is told when three more working days are over', () => {
    expect(by('2026-11-26')).toBe('supervisor')
    expect(by('2026-11-27')).toBe('streetLead')
  })
})

test('National Day stops the clock, and the worked Saturday before it counts', () => {
  // 1 to 7 October 2026 are off; 20 September and 10 October are worked.
  expect(of2026.isWorkingDay('2026-10-01')).toBe(false)
  expect(of2026.isWorkingDay('2026-10-10')).toBe(true)
  const due = addWorkingDays(of2026, '2026-09-29', 2)
  expect(due).toBe('2026-10-08')
  expect(escalationBy(of2026, '2026-10-07', { from: '2026-09-29', days: 2 }, clocks)).toBe('owner')
  expect(escalationBy(of2026, '2026-10-09', { from: '2026-09-29', days: 2 }, clocks)).toBe('supervisor')
})

test('in any calendar the superior is told on the first working day after the promised ones, and it never goes back down', () => {
  const day = fc.integer({ min: 0, max: 200 }).map((offset) => addDays('2026-06-01', offset))
  const odd = fc.array(fc.record({ day, kind: fc.constantFrom('holiday' as const, 'workday' as const) }), { maxLength: 40 })
  fc.assert(
    fc.property(odd, fc.integer({ min: 1, max: 20 }), (exceptions, days) => {
      const calendar = calendarOf('Asia/Shanghai', exceptions)
      let step = escalationBy(calendar, '2026-06-10', { from: '2026-06-10', days }, clocks)
      expect(step).toBe('none')
      for (let today = '2026-06-11'; today < '2026-09-20'; today = addDays(today, 1)) {
        const next = escalationBy(calendar, today, { from: '2026-06-10', days }, clocks)
        expect(laterStep(step, next)).toBe(next)
        const used = workingDaysBetween(calendar, '2026-06-10', today)
        if (next === 'supervisor' || next === 'streetLead') expect(used).toBeGreaterThan(days)
        else expect(used).toBeLessThanOrEqual(days)
        step = next
      }
    }),
    seed,
  )
})

test('no clock runs once there is an answer', () => {
  expect(
    ['raised', 'screened', 'answering', 'answered', 'accepted', 'declined', 'merged'].map((state) => waitingFor(state as 'raised')),
  ).toEqual(['screening', 'answer', 'answer', null, null, null, null])
})
