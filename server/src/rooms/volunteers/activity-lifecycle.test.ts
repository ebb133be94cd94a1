import type { ActivityState } from '@ronghe/contract/volunteers/activities.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activitySteps, isOver, mayStep, refusalOfStep, standingOf, type ActivityStep } from './activity-lifecycle.ts'

const at = (hours: number): Date => new Date(Date.parse('2026-11-23T00:00:00Z') + hours * 3_600_000)
const shift = (from: number, full = false) => ({ from: at(from), until: at(from + 2), full })
const states = Object.keys(activitySteps) as ActivityState[]

test('from an idea to closed, in the order of the rules', () => {
  expect(activitySteps.proposed.takeUp).toBe('draft')
  expect(activitySteps.draft.open).toBe('open')
  expect(standingOf('open', [shift(10)], at(0), 7)).toBe('open')
  expect(standingOf('open', [shift(10, true)], at(0), 7)).toBe('full')
  expect(standingOf('full', [shift(10)], at(0), 7)).toBe('open')
  expect(standingOf('full', [shift(10, true)], at(10), 7)).toBe('running')
  expect(standingOf('running', [shift(10)], at(12), 7)).toBe('confirmingHours')
  expect(standingOf('confirmingHours', [shift(10)], at(12 + 7 * 24 - 1), 7)).toBe('confirmingHours')
  expect(standingOf('confirmingHours', [shift(10)], at(12 + 7 * 24), 7)).toBe('closed')
})

test('a weekly one runs until its last shift has ended', () => {
  expect(standingOf('open', [shift(10), shift(178)], at(20), 7)).toBe('running')
  expect(standingOf('running', [shift(10), shift(178)], at(179), 7)).toBe('running')
})

test('drafts, proposals and what is over stand still, whatever the clock says', () => {
  for (const state of ['proposed', 'draft', 'declined', 'closed', 'cancelled'] as const)
    expect(standingOf(state, [shift(1)], at(5000), 7)).toBe(state)
})

test('what is over takes no step, and every refused step has a rule', () => {
  const steps: ActivityStep[] = ['takeUp', 'decline', 'open', 'cancel', 'addShifts']
  for (const state of states)
    for (const step of steps) {
      if (isOver(state)) expect(mayStep(state, step)).toBe(false)
      if (!mayStep(state, step)) expect(refusalOfStep(state, step)).toMatch(/^volunteers-/)
    }
  expect(mayStep('running', 'open')).toBe(false)
  expect(mayStep('confirmingHours', 'cancel')).toBe(false)
})

test('law (seed 20261123): time alone never leads back, and asking twice changes nothing', () => {
  const order: ActivityState[] = ['open', 'full', 'running', 'confirmingHours', 'closed']
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: fc.nat({ max: 400 }), full: fc.boolean() }), { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 900 }),
      fc.nat({ max: 900 }),
      (given, a, b) => {
        const shifts = given.map(({ from, full }) => shift(from, full))
        const [early, late] = [standingOf('open', shifts, at(Math.min(a, b)), 7), standingOf('open', shifts, at(Math.max(a, b)), 7)]
        expect(standingOf(early, shifts, at(Math.min(a, b)), 7)).toBe(early)
        expect(standingOf(early, shifts, at(Math.max(a, b)), 7)).toBe(late)
        if (early !== 'full' && early !== 'open') expect(order.indexOf(late)).toBeGreaterThanOrEqual(order.indexOf(early))
      },
    ),
    { seed: 20261123, numRuns: 300 },
  )
})
