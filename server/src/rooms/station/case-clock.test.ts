import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelOn } from '../../platform/calendar/escalations.ts'
import { addDays, calendarOf, endOfDay, startOfDay } from '../../platform/calendar/working-days.ts'
import { clockOf, daysTaken, levelTold, remindersDue, type Happened } from './case-clock.ts'
import { draft, stepKinds, takeStep, type Step } from './case-lifecycle.ts'

const zone = 'Asia/Shanghai'
/** The national days of 2026: Sunday the 20th of September and Saturday the 10th of October are worked. */
const calendar = calendarOf(zone, [
  ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({
    day,
    kind: 'holiday' as const,
  })),
  { day: '2026-09-20', kind: 'workday' },
  { day: '2026-10-10', kind: 'workday' },
])
const promised = { acceptanceDays: 1, days: 10 }
const at = (day: string, hour = '09:00') => new Date(`${day}T${hour}:00+08:00`)
const happened = (...list: [string, string][]): Happened[] =>
  list.map(([kind, day]) => ({
    step: (kind === 'asked' ? { kind, permitted: true } : kind === 'decided' ? { kind, outcome: 'granted' } : { kind }) as Step,
    at: at(day),
  }))

describe('the clocks of a case', () => {
  test('online, acceptance has one working day: filed on the eve of the national holiday it is due on the first day after', () => {
    expect(clockOf(happened(['filed', '2026-09-30']), promised, calendar, at('2026-09-30'))).toMatchObject({
      kind: 'acceptance',
      dueOn: '2026-10-08',
      paused: null,
    })
  })

  test('at the desk acceptance is due on the spot', () => {
    expect(clockOf(happened(['filed', '2026-11-23']), { ...promised, acceptanceDays: 0 }, calendar, at('2026-11-23'))).toMatchObject({
      dueOn: '2026-11-23',
    })
  })

  test('the promised days count a worked Saturday and no holiday', () => {
    const clock = clockOf(
      happened(['filed', '2026-09-29'], ['accepted', '2026-09-30']),
      { ...promised, days: 3 },
      calendar,
      at('2026-10-09'),
    )
    // Thursday the 8th, Friday the 9th, Saturday the 10th.
    expect(clock).toMatchObject({
      kind: 'decision',
      dueOn: '2026-10-10',
      used: 2,
      escalations: { owner: '2026-10-08', supervisor: '2026-10-12', streetLead: '2026-10-15' },
    })
  })

  test('while the resident is asked the office’s clock stands and the resident’s fifteen days run, with reminders after five and twelve', () => {
    const asked = happened(['filed', '2026-11-23'], ['accepted', '2026-11-23'], ['asked', '2026-11-25'])
    expect(clockOf(asked, promised, calendar, at('2026-11-26'))).toMatchObject({
      kind: 'resident',
      dueOn: '2026-12-16',
      nextOn: '2026-12-02',
    })
    expect(remindersDue(calendar, at('2026-11-25'), '2026-12-01')).toBe(0)
    expect(remindersDue(calendar, at('2026-11-25'), '2026-12-02')).toBe(1)
    expect(remindersDue(calendar, at('2026-11-25'), '2026-12-11')).toBe(2)
    const answered = [...asked, ...happened(['supplemented', '2026-12-07'])]
    // Two of ten days were used; eight remain after the answer.
    expect(clockOf(answered, promised, calendar, at('2026-12-07'))).toMatchObject({ kind: 'decision', used: 2, dueOn: '2026-12-17' })
  })

  test('a file that came in incomplete starts its acceptance anew with the missing paper', () => {
    expect(
      clockOf(
        happened(['filed', '2026-11-23'], ['asked', '2026-11-24'], ['supplemented', '2026-12-01']),
        promised,
        calendar,
        at('2026-12-01'),
      ),
    ).toMatchObject({ kind: 'acceptance', startedOn: '2026-12-01', dueOn: '2026-12-02' })
  })

  test('while a place outside the city is asked the clock stands, and says why', () => {
    const sent = happened(['filed', '2026-11-23'], ['accepted', '2026-11-23'], ['externalSent', '2026-11-25'])
    expect(clockOf(sent, promised, calendar, at('2026-12-20'))).toMatchObject({
      kind: 'decision',
      dueOn: null,
      paused: 'externalParty',
      used: 2,
    })
    expect(clockOf([...sent, ...happened(['externalReplied', '2026-12-21'])], promised, calendar, at('2026-12-21'))).toMatchObject({
      dueOn: '2026-12-31',
      paused: null,
    })
  })

  test('a department has two days to take a case on', () => {
    expect(
      clockOf(
        happened(['filed', '2026-11-23'], ['accepted', '2026-11-23'], ['routed', '2026-11-24']),
        promised,
        calendar,
        at('2026-11-24'),
      ),
    ).toMatchObject({ kind: 'department', dueOn: '2026-11-26' })
  })

  test('the owner is told at half, the supervisor on the day after the last one, the street lead three days later', () => {
    const clock = clockOf(happened(['filed', '2026-11-23'], ['accepted', '2026-11-23']), promised, calendar, at('2026-11-23'))!
    expect(clock).toMatchObject({
      dueOn: '2026-12-07',
      escalations: { owner: '2026-11-30', supervisor: '2026-12-08', streetLead: '2026-12-11' },
    })
    expect(['2026-11-29', '2026-11-30', '2026-12-07', '2026-12-08', '2026-12-11'].map((day) => levelOn(clock.escalations, day))).toEqual([
      0, 1, 1, 2, 3,
    ])
  })

  test('what was told before the resident’s turn, or before the department’s, is remembered after it; a reopened case starts anew', () => {
    const told = (level: number, day: string): Happened => ({ step: { kind: 'escalated' }, at: at(day, '08:15'), level })
    const half = [...happened(['filed', '2026-11-23'], ['accepted', '2026-11-23']), told(1, '2026-11-30')]
    expect(levelTold(half)).toBe(1)
    const asked = [...half, ...happened(['asked', '2026-12-01'])]
    expect(levelTold(asked)).toBe(0)
    const answered = [...asked, ...happened(['supplemented', '2026-12-03'])]
    expect(levelTold(answered)).toBe(1)
    const routed = [...answered, ...happened(['routed', '2026-12-04']), told(1, '2026-12-07')]
    expect(levelTold(routed)).toBe(1)
    const taken = [...routed, ...happened(['departmentAccepted', '2026-12-07']), told(2, '2026-12-10')]
    expect(levelTold(taken)).toBe(2)
    expect(levelTold([...taken, ...happened(['decided', '2026-12-11'], ['reopened', '2026-12-14'])])).toBe(0)
  })

  test('closed cases have no clock; days taken leave the resident’s waiting apart', () => {
    const history = happened(
      ['filed', '2026-11-23'],
      ['accepted', '2026-11-23'],
      ['asked', '2026-11-24'],
      ['supplemented', '2026-11-27'],
      ['decided', '2026-12-01'],
      ['closed', '2026-12-02'],
    )
    expect(clockOf(history, promised, calendar, at('2026-12-03'))).toBeUndefined()
    expect(daysTaken(history, calendar)).toEqual({ office: 3, resident: 3 })
  })
})

const courses = fc
  .array(fc.record({ kind: fc.constantFrom(...stepKinds), after: fc.integer({ min: 0, max: 9 }) }), { maxLength: 25 })
  .map((wishes) => {
    const history: Happened[] = []
    let standing = draft
    let day = '2026-09-14'
    for (const { kind, after } of [{ kind: 'filed' as const, after: 0 }, ...wishes]) {
      const step = (kind === 'asked' ? { kind, permitted: true } : kind === 'decided' ? { kind, outcome: 'granted' } : { kind }) as Step
      const next = takeStep(standing, step)
      if (next.kind === 'refused') continue
      day = addDays(day, after)
      standing = next.standing
      history.push({ step, at: at(day) })
    }
    return { history, standing, day }
  })
const law = (check: (course: { history: Happened[]; standing: typeof draft; day: string }) => void) =>
  fc.assert(fc.property(courses, check), { seed: 20261123, numRuns: 300 })

describe('whatever happens to a case', () => {
  test('a date that is promised is a working day, and never before the clock’s own start', () =>
    law(({ history, day }) => {
      const clock = clockOf(history, promised, calendar, at(day))
      if (!clock?.dueOn) return
      expect(calendar.isWorkingDay(clock.dueOn)).toBe(true)
      expect(clock.dueOn >= clock.startedOn).toBe(true)
    }))

  test('as long as a case is open a day is promised, or it is said whose answer is awaited', () =>
    law(({ history, standing, day }) => {
      const clock = clockOf(history, promised, calendar, at(day))
      const open = !['closed', 'rated', 'withdrawn'].includes(standing.state)
      expect(clock !== undefined && (clock.dueOn !== null || clock.paused !== null)).toBe(open)
    }))

  test('the next day somebody is told lies ahead, and before it nothing new is due', () =>
    law(({ history, day }) => {
      const clock = clockOf(history, promised, calendar, at(day))
      if (!clock?.nextOn) return
      expect(clock.nextOn > day).toBe(true)
      expect(levelOn(clock.escalations, addDays(clock.nextOn, -1))).toBe(levelOn(clock.escalations, day))
    }))

  test('looking at the first or the last minute of a day gives the same clock', () =>
    law(({ history, day }) => {
      const late = new Date(endOfDay(zone, day).getTime() - 60_000)
      expect(clockOf(history, promised, calendar, startOfDay(zone, day))).toEqual(clockOf(history, promised, calendar, late))
    }))
})
