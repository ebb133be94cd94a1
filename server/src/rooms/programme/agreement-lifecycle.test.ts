import type { AgreementAct, AgreementState } from '@ronghe/contract/programme/agreements.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/calendar/working-days.ts'
import { agreementActs, isOffered, stepAgreement } from './agreement-lifecycle.ts'

const seed = { seed: 20261123, numRuns: 300 }
const states: readonly AgreementState[] = ['proposed', 'negotiating', 'signed', 'inForce', 'renewed', 'expired', 'ended']

function live(acts: readonly AgreementAct[]) {
  let state: AgreementState = 'proposed'
  const done: AgreementAct[] = []
  for (const act of acts) {
    const next = stepAgreement(state, act)
    if (next.kind === 'refused') continue
    state = next.state
    done.push(act)
  }
  return { state, done }
}

test('nothing enters into force that was not signed, and nothing is signed that was not negotiated', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...agreementActs), { maxLength: 20 }), (acts) => {
      const { done } = live(acts)
      const force = done.indexOf('enterIntoForce')
      if (force >= 0) expect(done.slice(0, force)).toEqual(expect.arrayContaining(['negotiate', 'sign']))
    }),
    seed,
  )
})

test('what ended or was renewed stays so', () => {
  for (const act of agreementActs) for (const state of ['ended', 'renewed'] as const) expect(stepAgreement(state, act).kind).toBe('refused')
})

test('an agreement is offered on its last day and not on the next, whatever the state still says', () => {
  const agreement = { state: 'inForce', startsOn: '2026-01-01', endsOn: '2026-11-23' } as const
  expect(isOffered(agreement, '2026-11-23')).toBe(true)
  expect(isOffered(agreement, '2026-11-24')).toBe(false)
})

test('only what is or was in force is ever offered, and only between its days', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-11-01', offset))
  fc.assert(
    fc.property(fc.constantFrom(...states), day, day, day, (state, startsOn, endsOn, on) => {
      if (isOffered({ state, startsOn, endsOn }, on)) {
        expect(['inForce', 'renewed']).toContain(state)
        expect(on >= startsOn && on <= endsOn).toBe(true)
      }
    }),
    seed,
  )
})
