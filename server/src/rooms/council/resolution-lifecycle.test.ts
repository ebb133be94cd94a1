import { ResolutionState } from '@ronghe/contract/council/resolutions.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closingAct, resolutionActs, stepResolution, type ResolutionAct } from './resolution-lifecycle.ts'

const seed = 20261123
const walk = (acts: readonly ResolutionAct[]): readonly ResolutionState[] =>
  acts.reduce<ResolutionState[]>((states, act) => [...states, stepResolution(states.at(-1)!, act) ?? states.at(-1)!], ['adopted'])
const acts = fc.array(fc.constantFrom(...resolutionActs), { maxLength: 30 })

test('nothing is done, refused or reviewed that was not published first', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const states = walk(list)
      const first = states.findIndex((state) => ['done', 'refused', 'reviewed'].includes(state))
      if (first !== -1) expect(states.slice(0, first).some((state) => state === 'underway' || state === 'awaitingReply')).toBe(true)
    }),
    { seed },
  )
})

test('only what is closed is reviewed, and a published one never goes back to unpublished', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const states = walk(list)
      for (const [index, state] of states.entries()) {
        if (state === 'reviewed' && states[index - 1] !== 'reviewed') expect(['done', 'refused']).toContain(states[index - 1])
        if (index > 0 && state === 'adopted') expect(states[index - 1]).toBe('adopted')
      }
    }),
    { seed },
  )
})

test('every state can be reached, and from each but the last there is a way on', () => {
  const reached = new Set(fc.sample(acts, { seed, numRuns: 300 }).flatMap((list) => walk(list)))
  expect([...reached].toSorted()).toEqual(ResolutionState.options.toSorted())
  for (const state of ResolutionState.options) expect(resolutionActs.some((act) => stepResolution(state, act) !== undefined)).toBe(true)
})

test('the last task that ends closes the resolution: done if anything was done', () => {
  const task = fc.record({ state: fc.constantFrom('open' as const, 'done' as const, 'refused' as const) })
  fc.assert(
    fc.property(fc.array(task, { maxLength: 6 }), (tasks) => {
      const act = closingAct(tasks)
      expect(act === undefined).toBe(tasks.length === 0 || tasks.some(({ state }) => state === 'open'))
      if (act) expect(act === 'finish').toBe(tasks.some(({ state }) => state === 'done'))
    }),
    { seed },
  )
})
