import { PairState } from '@ronghe/contract/school/mentoring.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, type PairAct, type Said, stepPair } from './pair-lifecycle.ts'

const seed = 20261123

test(`a pair comes about when both have said yes and not before, in whatever order they answer (seed ${seed})`, () => {
  const answers = fc.array(fc.record({ side: fc.constantFrom('mentor' as const, 'learner' as const), yes: fc.boolean() }), { maxLength: 8 })
  fc.assert(
    fc.property(answers, (given) => {
      let state: PairState = 'proposed'
      let said: Said = { mentor: false, learner: false }
      const yes = new Set<string>()
      for (const answer of given) {
        if (state !== 'proposed') break
        const { said: next, act } = answered(said, answer.side, answer.yes)
        said = next
        if (answer.yes) yes.add(answer.side)
        if (act) state = stepPair(state, act)!
        expect(state === 'agreed').toBe(answer.yes && yes.size === 2)
        expect(state === 'declined').toBe(!answer.yes)
      }
    }),
    { seed },
  )
})

test('what has ended stays ended', () => {
  const acts: readonly PairAct[] = ['agree', 'decline', 'expire', 'close']
  for (const state of ['closed', 'declined', 'expired'] as const) for (const act of acts) expect(stepPair(state, act)).toBeUndefined()
  expect(stepPair('proposed', 'close')).toBeUndefined()
  expect(stepPair('agreed', 'expire')).toBeUndefined()
})
