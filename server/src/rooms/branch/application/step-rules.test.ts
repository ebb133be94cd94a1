import { applicationSteps, applicationStages } from '@ronghe/contract/branch/application-steps.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../platform/calendar/working-days.ts'
import { dayWrong, mayHandOver, mayNote, mayRemove, stageOf, type Noter, type Tracker } from './step-rules.ts'

const tracker = (steps: Readonly<Record<number, string>>, more: Partial<Tracker> = {}): Tracker => ({
  floating: true,
  handedOverOn: null,
  noted: new Map(Object.entries(steps).map(([step, day]) => [Number(step), { day, by: 'applicant' as Noter }])),
  ...more,
})

describe('twenty-five steps in five stages', () => {
  test('they are numbered without a gap and their stages come in order: 2, 4, 5, 7 and 7 of them', () => {
    expect(applicationSteps.map(({ step }) => step)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(applicationStages.map((stage) => applicationSteps.filter((one) => one.stage === stage).length)).toEqual([2, 4, 5, 7, 7])
  })

  test('the stage is that of the furthest step noted', () => {
    expect(stageOf(tracker({ 1: '2026-01-05' }))).toBe('applicant')
    expect(stageOf(tracker({ 1: '2026-01-05', 3: '2026-03-05' }))).toBe('activist')
    expect(stageOf(tracker({ 1: '2026-01-05', 24: '2026-11-05' }))).toBe('full')
  })
})

describe('who notes what', () => {
  test('a floating branch notes its own steps up to the sixth: not the committee’s record (4), not a candidate (7)', () => {
    const noting = [1, 2, 3, 4, 5, 6, 7, 9].filter((step) => mayNote(tracker({}), step, 'branch'))
    expect(noting).toEqual([2, 3, 5, 6])
  })

  test('once handed over it notes nothing more, and takes nothing out', () => {
    const over = tracker({ 2: '2026-01-20' }, { handedOverOn: '2026-11-01' })
    expect([2, 3, 5, 6].filter((step) => mayNote(over, step, 'branch'))).toEqual([])
    expect(mayHandOver(over)).toBe(false)
    expect(mayHandOver(tracker({}))).toBe(true)
  })

  test('steps of a body above are noted by the applicant alone, whatever the branch', () => {
    for (const { step, body } of applicationSteps)
      if (body === 'above')
        expect([true, false].map((floating) => mayNote(tracker({}, { floating }), step, 'branch'))).toEqual([false, false])
  })

  test('the applicant takes out what was noted, whoever did it, all but the first', () => {
    const mixed: Tracker = {
      floating: true,
      handedOverOn: null,
      noted: new Map([
        [1, { day: '2026-01-05', by: 'applicant' }],
        [2, { day: '2026-01-20', by: 'branch' }],
        [3, { day: '2026-04-01', by: 'applicant' }],
      ]),
    }
    expect([1, 2, 3, 4].filter((step) => mayRemove(mixed, step))).toEqual([2, 3])
  })
})

test('noted in any order, with every wrong day refused, the days of a tracker rise with its steps and lie in the past', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          step: fc.integer({ min: 1, max: 25 }),
          offset: fc.integer({ min: -900, max: 30 }),
          by: fc.constantFrom<Noter>('applicant', 'branch'),
        }),
        {
          maxLength: 60,
        },
      ),
      fc.boolean(),
      (tries, floating) => {
        const today = '2026-11-23'
        const noted = new Map<number, { day: string; by: Noter }>()
        const now: Tracker = { floating, handedOverOn: null, noted }
        for (const { step, offset, by } of tries) {
          const day = addDays(today, offset)
          if (mayNote(now, step, by) && !dayWrong(now, step, day, today)) noted.set(step, { day, by })
        }
        const days = [...noted].toSorted(([one], [other]) => one - other).map(([, note]) => note.day)
        expect(days).toEqual(days.toSorted())
        for (const day of days) expect(day <= today).toBe(true)
        for (const [step, { by }] of noted)
          if (by === 'branch') {
            expect(applicationSteps[step - 1]!.body).toBe('branch')
            if (floating) expect(step).toBeLessThanOrEqual(6)
          }
      },
    ),
    { seed: 20261123, numRuns: 400 },
  ))
