import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallestCount } from '../../../platform/privacy/suppression.ts'
import type { Indicator, Line, Measure } from '../indicators/definition.ts'
import { fromRegister } from '../indicators/definition.ts'
import { monthFigures } from '../indicators/indicators.ts'
import { figuresOf } from './street-figures.ts'

const seed = 20261123
const words = { 'zh-CN': '数', en: 'figure' }
const measureOf = (kind: Measure['kind'], byGroup: boolean): Measure => ({
  key: 'some',
  kind,
  byGroup,
  places: ['community'],
  unit: words,
  title: words,
  says: words,
  saysNot: words,
  numerator: words,
  denominator: null,
  source: words,
  bias: words,
  counts: fromRegister(
    async () => undefined,
    async () => [],
  ),
})
const indicatorOf = (measure: Measure): Indicator => ({ key: 'made', number: 1, box: 'house', title: words, measures: [measure] })
const aLine = (byGroup: boolean): fc.Arbitrary<Line> =>
  fc.record({
    community: fc.constantFrom('00000000-0000-7000-8000-000000000001', null),
    organ: fc.constant(null),
    group: byGroup ? fc.constantFrom('newcomer', 'local', 'unstated') : fc.constant('all'),
    part: fc.constantFrom('yes', 'no', '3'),
    n: fc.integer({ min: 0, max: 30 }),
    amount: fc.integer({ min: 0, max: 90 }),
  })
const kinds = ['share', 'count', 'spread', 'sum', 'mean'] as const

test('what leaves the street is what its own page shows, no place, and nothing that is few', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.boolean(),
      fc.array(fc.array(aLine(true), { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      (kind, byGroup, drawn) => {
        const measure = measureOf(kind, byGroup)
        const months = drawn.map((lines, at) => ({
          period: `2026-0${at + 1}`,
          counts: { some: lines.map((line) => (byGroup ? line : { ...line, group: 'all' as const })) },
        }))
        const page = monthFigures(measure, months)
        const leaving = figuresOf(indicatorOf(measure), measure, months)
        for (const { month, group, n, of, ...rest } of leaving) {
          const shown = page.find(({ period }) => period === month)!.groups.find((one) => one.group === group)!
          expect(shown.of.kind).toBe('shown')
          expect(shown.value.kind).toBe('shown')
          if (kind === 'share') {
            expect(shown.value).toMatchObject({ value: n / of! })
            expect(Math.min(n, of! - n)).toBeGreaterThanOrEqual(smallestCount)
          } else expect(n).toBeGreaterThanOrEqual(smallestCount)
          expect(Object.keys(rest)).toEqual(['measure', 'amount'])
        }
        // And all of it, but for medians.
        const shown = page.flatMap(({ groups }) => groups.filter(({ of, value }) => of.kind === 'shown' && value.kind === 'shown'))
        expect(leaving).toHaveLength(kind === 'spread' ? 0 : shown.length)
      },
    ),
    { seed },
  )
})
