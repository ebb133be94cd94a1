import type { CommendationState } from '@ronghe/contract/programme/commendations.ts'
import { CommendationAct } from '@ronghe/contract/programme/commendations.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsFrom, dueAct, stepRound, takesNominations, takesObjections } from './commendation-lifecycle.ts'
import { conflictOf, outcomeOf } from './review-rules.ts'

const seed = { seed: 20261123 }

describe('the way of a round', () => {
  test('any sequence of acts goes call, nominations, review, notice, award, and never back', () => {
    const order: readonly CommendationState[] = ['call', 'nominations', 'review', 'publicNotice', 'awarded']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CommendationAct.options), { maxLength: 12 }), (acts) => {
        let state: CommendationState = 'call'
        for (const act of acts) {
          const step = stepRound(state, act)
          if (step.kind === 'refused') {
            expect(step.rule).toBe(`commend-not-${act}`)
            expect(actsFrom(state)).not.toContain(act)
          } else {
            expect(order.indexOf(step.state)).toBe(order.indexOf(state) + 1)
            state = step.state
          }
        }
      }),
      seed,
    )
  })

  test('the announced days open and close nominations; the last day still counts', () => {
    const dates = { from: '2026-11-02', until: '2026-11-20' }
    expect(dueAct({ state: 'call', ...dates }, '2026-11-01')).toBeUndefined()
    expect(dueAct({ state: 'call', ...dates }, '2026-11-02')).toBe('openNominations')
    expect(dueAct({ state: 'nominations', ...dates }, '2026-11-20')).toBeUndefined()
    expect(dueAct({ state: 'nominations', ...dates }, '2026-11-21')).toBe('closeNominations')
    const round = { state: 'nominations', nominations_until: '2026-11-20', notice_until: null } as const
    expect([takesNominations(round, '2026-11-20'), takesNominations(round, '2026-11-21')]).toEqual([true, false])
    const notice = { state: 'publicNotice', nominations_until: '2026-11-20', notice_until: '2026-11-30' } as const
    expect([takesObjections(notice, '2026-11-30'), takesObjections(notice, '2026-12-01')]).toEqual([true, false])
  })
})

describe('reviews', () => {
  test('two that agree settle it; opinions that differ wait for a third; the order never matters', () => {
    expect(outcomeOf([{ recommends: true }])).toBe('waiting')
    expect(outcomeOf([{ recommends: true }, { recommends: false }])).toBe('waiting')
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 3 }), (said) => {
        const opinions = said.map((recommends) => ({ recommends }))
        expect(outcomeOf(opinions)).toBe(outcomeOf(opinions.toReversed()))
        if (said.length === 3) expect(outcomeOf(opinions)).not.toBe('waiting')
      }),
      seed,
    )
  })

  test('nobody tied to a nomination reads it, whatever else holds', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const organ = fc.constantFrom('o', 'p', 'q')
    fc.assert(
      fc.property(
        fc.record({ personId: id, household: fc.uniqueArray(id), organs: fc.uniqueArray(organ) }),
        fc.record({
          nomineeId: fc.option(id),
          nominatorId: fc.option(id),
          nominatorOrgan: fc.option(organ),
          nomineeOrgans: fc.uniqueArray(organ),
        }),
        ({ personId, household, organs }, concerned) => {
          const reader = { personId, household: new Set(household), organs: new Set(organs) }
          const tied =
            [concerned.nomineeId, concerned.nominatorId].some((one) => one !== null && (one === personId || household.includes(one))) ||
            [concerned.nominatorOrgan, ...concerned.nomineeOrgans].some((one) => one !== null && organs.includes(one))
          expect(conflictOf(reader, concerned) !== undefined).toBe(tied)
        },
      ),
      seed,
    )
  })
})
