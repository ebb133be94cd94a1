import { loose, standard, strict } from '@ronghe/contract/council/charters/variants.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benchOfSupporters, decideFiling, type Filing } from './filing-rules.ts'

const filing = (more: Partial<Filing> = {}): Filing => ({
  origin: 'residents',
  residents: 20,
  delegates: { newcomers: 0, locals: 0, chair: 0 },
  inOffice: { newcomers: 6, locals: 6 },
  exemptAs: null,
  groundMet: true,
  conversationDays: 10,
  withoutCommonGround: false,
  ...more,
})
const code = (more: Partial<Filing>): string => {
  const decided = decideFiling(filing(more), standard)
  return decided.kind === 'filed' ? decided.ground : `${decided.code} (${decided.article})`
}

describe('filing', () => {
  test('residents need 20 attested supporters or three delegates; a delegate files alone', () => {
    expect(code({ residents: 19 })).toBe('motion-support-missing (filing)')
    expect(code({ residents: 20 })).toBe('met')
    expect(code({ residents: 0, delegates: { newcomers: 2, locals: 1, chair: 0 } })).toBe('met')
    expect(code({ residents: 0, origin: 'delegate', delegates: { newcomers: 1, locals: 0, chair: 0 } })).toBe('met')
  })

  test('without common ground it is refused before the thirtieth day, and says how many days are left', () => {
    expect(code({ groundMet: false, conversationDays: 29 })).toBe('motion-ground-missing (commonGround)')
    const decided = decideFiling(filing({ groundMet: false, conversationDays: 12 }), standard)
    expect(decided).toMatchObject({ kind: 'refused', params: { days: 30, left: 18 } })
    expect(code({ groundMet: false, conversationDays: null })).toBe('motion-ground-no-conversation (commonGround)')
  })

  test('from the thirtieth day half of either bench or twice the residents may file, marked', () => {
    const late = { groundMet: false, conversationDays: 30, withoutCommonGround: true }
    expect(code(late)).toBe('motion-ground-too-few (commonGround)')
    expect(code({ ...late, residents: 40 })).toBe('notYet')
    expect(code({ ...late, delegates: { newcomers: 3, locals: 0, chair: 0 } })).toBe('notYet')
    expect(code({ ...late, delegates: { newcomers: 2, locals: 2, chair: 0 } })).toBe('motion-ground-too-few (commonGround)')
    expect(code({ ...late, residents: 40, withoutCommonGround: false })).toBe('motion-ground-say-so (commonGround)')
  })

  test('unequal treatment, safety and unpaid wages need no common ground; another topic does', () => {
    for (const exemptAs of ['unequalTreatment', 'safety', 'unpaidWages'])
      expect(code({ groundMet: false, conversationDays: null, exemptAs })).toBe('exempt')
    expect(code({ groundMet: false, conversationDays: null, exemptAs: 'noise' })).toBe('motion-ground-no-conversation (commonGround)')
  })

  test('a vacant bench is not half of itself', () => {
    expect(code({ groundMet: false, conversationDays: 40, withoutCommonGround: true, inOffice: { newcomers: 0, locals: 6 } })).toBe(
      'motion-ground-too-few (commonGround)',
    )
  })
})

describe('laws of filing', () => {
  const any = fc.record({
    origin: fc.constantFrom('delegate' as const, 'residents' as const),
    residents: fc.integer({ min: 0, max: 100 }),
    delegates: fc.record({
      newcomers: fc.integer({ min: 0, max: 6 }),
      locals: fc.integer({ min: 0, max: 6 }),
      chair: fc.integer({ min: 0, max: 1 }),
    }),
    inOffice: fc.record({ newcomers: fc.integer({ min: 0, max: 6 }), locals: fc.integer({ min: 0, max: 6 }) }),
    exemptAs: fc.constantFrom(null, 'safety', 'noise'),
    groundMet: fc.boolean(),
    conversationDays: fc.option(fc.integer({ min: 0, max: 200 })),
    withoutCommonGround: fc.boolean(),
  })
  const charters = fc.constantFrom(standard, strict, loose)

  test('more support never turns a filing into a refusal', () => {
    fc.assert(
      fc.property(any, charters, fc.integer({ min: 0, max: 50 }), (one, charter, more) => {
        if (decideFiling(one, charter).kind === 'filed')
          expect(decideFiling({ ...one, residents: one.residents + more }, charter).kind).toBe('filed')
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })

  test('a motion without common ground is on no account filed as if it had it', () => {
    fc.assert(
      fc.property(any, charters, (one, charter) => {
        const decided = decideFiling(one, charter)
        if (decided.kind === 'filed' && !one.groundMet) expect(['notYet', 'exempt', 'notRequired']).toContain(decided.ground)
        if (decided.kind === 'filed' && decided.ground === 'notYet')
          expect(one.conversationDays).toBeGreaterThanOrEqual(charter.commonGround.afterDays)
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })

  test('waiting long enough with enough behind it, anything can be filed: it is no veto', () => {
    fc.assert(
      fc.property(any, charters, (one, charter) => {
        const patient = { ...one, residents: 1000, conversationDays: 500, withoutCommonGround: true }
        expect(decideFiling(patient, charter).kind).toBe('filed')
      }),
      { seed: 20261123 },
    )
  })
})

describe('the bench of a residents’ motion', () => {
  test('is that of most supporters, and nobody’s when level or few', () => {
    const none = { newcomers: 0, locals: 0 }
    expect(benchOfSupporters({ newcomers: 12, locals: 8 }, none, 5)).toBe('newcomers')
    expect(benchOfSupporters({ newcomers: 8, locals: 12 }, none, 5)).toBe('locals')
    expect(benchOfSupporters({ newcomers: 10, locals: 10 }, none, 5)).toBeNull()
    expect(benchOfSupporters({ newcomers: 4, locals: 0 }, none, 5)).toBeNull()
    expect(benchOfSupporters({ newcomers: 4, locals: 0 }, { newcomers: 1, locals: 2 }, 5)).toBe('locals')
  })
})
