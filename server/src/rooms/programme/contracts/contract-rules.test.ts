import { ContractAct, type ContractState } from '@ronghe/contract/programme/contracts.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actsFrom, isOver, isUnderContract, stepProject } from './contract-lifecycle.ts'
import { lastDayOf, missingReasons, restOf, takesOffers } from './contract-limits.ts'
import { crossingsOf } from './cross-postings.ts'

const seed = { seed: 20261123 }

describe('the way of a project', () => {
  test('whatever is tried, nothing is paid out before it was accepted, contracted and chosen, and a contract is never stopped here', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ContractAct.options), { maxLength: 40 }), (acts) => {
        let state: ContractState = 'need'
        const passed: ContractState[] = [state]
        for (const act of acts) {
          const step = stepProject(state, act)
          expect(step.kind === 'to').toBe(actsFrom(state).includes(act))
          if (step.kind === 'refused') continue
          if (act === 'stop') expect(isUnderContract(state)).toBe(false)
          expect(isOver(state)).toBe(false)
          state = step.state
          passed.push(state)
        }
        const order = ['budgeted', 'call', 'offersEvaluated', 'contracted', 'running', 'accepted', 'paid', 'evaluated'] as const
        for (const [index, one] of order.entries())
          if (passed.includes(one)) expect(order.slice(0, index).every((before) => passed.includes(before))).toBe(true)
      }),
      { ...seed, numRuns: 500 },
    )
  })
})

describe('limits', () => {
  test('twelve months from the first of January end on the last of December; a leap day loses nothing', () => {
    expect(lastDayOf('2026-01-01', 12)).toBe('2026-12-31')
    expect(lastDayOf('2026-06-15', 36)).toBe('2029-06-14')
    expect(lastDayOf('2028-02-29', 12)).toBe('2029-02-27')
  })

  test('payments that are each within what is left never exceed the contract', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.array(fc.integer({ min: 1, max: 400_000 })), (contract, asked) => {
        const paid: number[] = []
        for (const cents of asked) if (cents <= restOf(contract, paid)) paid.push(cents)
        expect(restOf(contract, paid)).toBeGreaterThanOrEqual(0)
      }),
      seed,
    )
  })

  test('the last moment still counts and the next one does not', () => {
    const until = new Date('2026-12-10T09:00:00Z')
    expect([takesOffers(until, until), takesOffers(until, new Date(until.getTime() + 1))]).toEqual([true, false])
  })

  test('a choice lacks a reason exactly where an offer and a criterion have none', () => {
    const key = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { minLength: 1 }),
        fc.uniqueArray(key, { minLength: 1 }),
        fc.array(fc.record({ offerId: key, criterion: key })),
        (offers, criteria, reasons) => {
          const missing = missingReasons(offers, criteria, reasons)
          const given = new Set(reasons.map(({ offerId, criterion }) => offerId + criterion))
          expect(missing).toHaveLength(offers.flatMap((offer) => criteria.filter((one) => !given.has(offer + one))).length)
          expect(missingReasons(offers, criteria, [...reasons, ...missing])).toEqual([])
        },
      ),
      seed,
    )
  })
})

test('a crossing is one person on both sides, and nobody else', () => {
  const posting = fc.record({
    personId: fc.constantFrom('p', 'q', 'r'),
    postId: fc.uuid(),
    organId: fc.constantFrom('bidder', 'buyer', 'elsewhere'),
  })
  fc.assert(
    fc.property(fc.array(posting), (postings) => {
      const crossings = crossingsOf(postings, new Set(['bidder']), ({ organId }) => organId === 'buyer')
      for (const { personId, bidding, deciding } of crossings)
        expect([bidding.personId, bidding.organId, deciding.personId, deciding.organId]).toEqual([personId, 'bidder', personId, 'buyer'])
      const sides = (organ: string) => new Set(postings.filter(({ organId }) => organId === organ).map(({ personId }) => personId))
      expect(new Set(crossings.map(({ personId }) => personId))).toEqual(
        new Set([...sides('bidder')].filter((person) => sides('buyer').has(person))),
      )
    }),
    seed,
  )
})
