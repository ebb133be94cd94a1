import { courseModules } from '@ronghe/contract/school/courses.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completes, counts, isMixed } from './class-rules.ts'
import { afterStep, isOver, stepsFrom } from './course-lifecycle.ts'

const laws = { seed: 20261123, numRuns: 400 }
const some = fc.nat(60)

describe('the life of a course', () => {
  test('draft, open, running, closed: nothing is skipped and nothing comes back', () => {
    expect([afterStep('draft', 'open'), afterStep('open', 'start'), afterStep('running', 'close')]).toEqual(['open', 'running', 'closed'])
    expect([afterStep('draft', 'start'), afterStep('open', 'close'), afterStep('closed', 'open')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('what is over takes no step, and everything else can be called off', () => {
    for (const state of ['draft', 'open', 'running', 'closed', 'cancelled'] as const)
      expect(stepsFrom(state).includes('cancel')).toBe(!isOver(state))
    expect([...stepsFrom('closed'), ...stepsFrom('cancelled')]).toEqual([])
  })

  test('there are six modules', () => {
    expect(new Set(courseModules).size).toBe(6)
  })
})

describe('what completes a course', () => {
  test('three of four is 75 per cent; two of four is not, and no session completes nobody', () => {
    expect([completes(3, 4, 75), completes(2, 4, 75), completes(0, 0, 75)]).toEqual([true, false, false])
  })

  test('one more class attended never takes a completion away', () => {
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 100 }), (attended, held, percent) => {
        if (completes(attended, held, percent)) expect(completes(attended + 1, held, percent)).toBe(true)
      }),
      laws,
    )
  })

  test('an absence that is made up counts like having been there; an absence alone counts neither for nor against', () => {
    expect(counts({ present: true, madeUp: null, madeUpHeld: false })).toBe(true)
    expect(counts({ present: false, madeUp: 'materials', madeUpHeld: false })).toBe(true)
    expect(counts({ present: false, madeUp: 'session', madeUpHeld: false })).toBe(false)
    expect(counts({ present: false, madeUp: 'session', madeUpHeld: true })).toBe(true)
  })
})

describe('a mixed class', () => {
  test('each group at least a fifth of everybody, whoever prefers not to say included', () => {
    expect(isMixed({ newcomer: 4, local: 16, unstated: 0 }, 20)).toBe(true)
    expect(isMixed({ newcomer: 3, local: 17, unstated: 0 }, 20)).toBe(false)
    expect(isMixed({ newcomer: 4, local: 12, unstated: 10 }, 20)).toBe(false)
    expect(isMixed({ newcomer: 0, local: 0, unstated: 0 }, 20)).toBe(false)
  })

  test('it does not matter which group is which', () => {
    fc.assert(
      fc.property(some, some, some, (newcomer, local, unstated) => {
        expect(isMixed({ newcomer, local, unstated }, 20)).toBe(isMixed({ newcomer: local, local: newcomer, unstated }, 20))
      }),
      laws,
    )
  })
})
