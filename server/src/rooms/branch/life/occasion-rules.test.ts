import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalDays } from '../../../platform/calendar/seed.ts'
import { addDays, calendarOf, workingDaysBetween } from '../../../platform/calendar/working-days.ts'
import { actsOn, after, appraisalDays, mayMoveTo, sheetUntil, type OccasionAct, type OccasionState } from './occasion-rules.ts'

const china = calendarOf('Asia/Shanghai', nationalDays(2026))

describe('a date of the branch', () => {
  test('before its day it can be moved or called off; on its day it can be held and the list is open', () => {
    expect(actsOn({ state: 'planned', day: '2026-12-05' }, '2026-11-23')).toEqual(['move', 'cancel'])
    expect(actsOn({ state: 'planned', day: '2026-11-23' }, '2026-11-23')).toEqual(['move', 'cancel', 'hold', 'sheet'])
  })

  test('a week later the list is closed; minutes can still be written', () => {
    expect(actsOn({ state: 'held', day: '2026-11-16' }, '2026-11-23')).toEqual(['minutes', 'sheet'])
    expect(actsOn({ state: 'held', day: '2026-11-15' }, '2026-11-23')).toEqual(['minutes'])
  })

  test('what was called off stays so', () => expect(actsOn({ state: 'cancelled', day: '2026-11-23' }, '2026-11-23')).toEqual([]))

  test('it is moved within its year and never into the past', () => {
    expect(mayMoveTo('2026-12-05', '2026-12-31', '2026-11-23')).toBe(true)
    expect(mayMoveTo('2026-12-05', '2027-01-02', '2026-11-23')).toBe(false)
    expect(mayMoveTo('2026-12-05', '2026-11-22', '2026-11-23')).toBe(false)
  })
})

test('the appraisal on 12 December is told by 23 November, own words are ready three working days before, the letter five after', () => {
  expect(appraisalDays('2026-12-12', china)).toEqual({
    toldBy: '2026-11-23',
    ownWordsBy: '2026-12-09',
    meeting: '2026-12-12',
    letterBy: '2026-12-18',
  })
})

const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2026-01-01', offset))
test('any number of steps: what was held or called off never becomes planned again, and no step is offered that leads nowhere', () =>
  fc.assert(
    fc.property(fc.constantFrom<OccasionState>('planned', 'held', 'cancelled'), day, day, (state, on, today) => {
      for (const act of actsOn({ state, day: on }, today)) {
        const to = after(state, act as OccasionAct)
        expect(to).toBeDefined()
        if (state !== 'planned') expect(to).toBe(state)
      }
      if (actsOn({ state, day: on }, today).includes('sheet')) expect(today <= sheetUntil(on) && today >= on).toBe(true)
    }),
    { seed: 20261123, numRuns: 500 },
  ))

test('around an appraisal on any day the four days stand in order, with the promised working days between them', () =>
  fc.assert(
    fc.property(day, (meeting) => {
      const days = appraisalDays(meeting, china)
      expect([days.toldBy, days.ownWordsBy, days.meeting, days.letterBy]).toEqual(
        [days.toldBy, days.ownWordsBy, days.meeting, days.letterBy].toSorted(),
      )
      expect(workingDaysBetween(china, days.meeting, days.letterBy)).toBe(5)
      expect(workingDaysBetween(china, days.toldBy, days.ownWordsBy)).toBe(12)
    }),
    { seed: 20261123, numRuns: 300 },
  ))
