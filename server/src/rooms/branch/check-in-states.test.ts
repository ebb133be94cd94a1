import fc from 'fast-check'
import { CheckInState } from '@ronghe/contract/branch/check-ins.ts'
import { expect, test } from 'vitest'
import { stepsFrom, takesStep, type CheckInStep } from './check-in-states.ts'

const all: readonly CheckInStep[] = ['confirm', 'decline', 'end']

test('whatever the branch tries in whatever order, a check-in is confirmed or declined once, and only a confirmed one ends', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { maxLength: 12 }), (tried) => {
      const way: CheckInState[] = ['declared']
      for (const step of tried) {
        const next = takesStep(way.at(-1)!, step)
        if (next) way.push(next)
      }
      expect(['declared', 'declared confirmed', 'declared declined', 'declared confirmed ended']).toContain(way.join(' '))
    }),
    { seed: 20261123, numRuns: 500 },
  )
})

test('the steps that are offered are the steps that are taken, in every state', () => {
  for (const state of CheckInState.options)
    for (const step of all) expect(stepsFrom(state).includes(step)).toBe(takesStep(state, step) !== undefined)
})
