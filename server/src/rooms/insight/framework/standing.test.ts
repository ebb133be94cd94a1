import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallestCount } from '../../../platform/privacy/suppression.ts'
import { line, type Measure } from '../indicators/definition.ts'
import { showMonth } from '../indicators/publication.ts'
import { measureOf, monthOf } from './figures.testing.ts'
import { periodSpan, sayState } from './say-state.ts'
import { changeOf, standingOf } from './standing.ts'

const seed = 20261123
const share = measureOf()
const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']
const unstated = [10, 10] as const

const stateOf = (measure: Measure, periods: Parameters<typeof standingOf>[1], last = '2026-10') => {
  const standing = standingOf(measure, periods, last)
  return sayState(measure, standing, changeOf(measure, standing))
}

describe('How a figure stands', () => {
  test('three months are added up and held against the three before', () => {
    const periods = months.map((month, at) => monthOf(share, month, { newcomer: at < 3 ? [20, 80] : [60, 40], local: [80, 20], unstated }))
    const standing = standingOf(share, periods, '2026-10')
    expect(standing.from).toBe('2026-08')
    expect(standing.recent!.groups[0]!.of).toEqual({ kind: 'shown', count: 300 })
    expect(standing.recent!.gap).toMatchObject({ value: expect.closeTo(-0.2, 10) })
    expect(changeOf(share, standing)).toBe('closing')
    const { en, 'zh-CN': zh } = stateOf(share, periods)
    expect(en).toMatch(
      /^August–October 2026: \{newcomers\} 60% \(meetings: 300\), \{locals\} 80% \(meetings: 300\): \{newcomers\} 20 points lower/,
    )
    expect(en).toMatch(/the gap is smaller than in the three months before\.$/)
    expect(zh).toContain('{newcomers}低 20 个百分点')
    expect(zh).toMatch(/差距比前三个月小了。$/)
  })

  test('where the interval of the gap lies across zero, no difference is claimed', () => {
    const periods = months.map((month) => monthOf(share, month, { newcomer: [10, 10], local: [11, 9], unstated }))
    expect(stateOf(share, periods).en).toContain('no difference can be seen')
    expect(stateOf(share, periods).en).toContain('no change can be seen')
    expect(stateOf(share, periods)['zh-CN']).toContain('看不出差别')
  })

  test('where a group is too few nothing is compared, and where nothing was counted that is said', () => {
    const few = months.map((month) => monthOf(share, month, { newcomer: [1, 0], local: [0, 2], unstated: [0, 0] }))
    expect(stateOf(share, few).en).toBe('August–October 2026: too few to show.')
    expect(stateOf(share, []).en).toBe('No month of it is counted yet.')
    expect(changeOf(share, standingOf(share, few, '2026-10'))).toBe('unknown')
  })

  test('what stands at a day is never added up', () => {
    const stock = measureOf({ stock: true, byGroup: false })
    const periods = months.map((month, at) => monthOf(stock, month, { all: [50 + at, 50] }))
    const standing = standingOf(stock, periods, '2026-10')
    expect(standing).toMatchObject({ from: '2026-10', to: '2026-10' })
    expect(standing.recent!.groups[0]!.of).toEqual({ kind: 'shown', count: 105 })
    expect(standing.before!.groups[0]!.of).toEqual({ kind: 'shown', count: 104 })
    expect(stateOf(stock, periods).en).toMatch(/^October 2026: 52% .* from the period before\.$/)
  })

  test('a share of the house rises only where the interval says so', () => {
    const house = measureOf({ byGroup: false })
    const of = (then: number, now: number) =>
      months.map((month, at) => monthOf(house, month, { all: at < 3 ? [then, 100 - then] : [now, 100 - now] }))
    expect(changeOf(house, standingOf(house, of(40, 80), '2026-10'))).toBe('rising')
    expect(changeOf(house, standingOf(house, of(80, 40), '2026-10'))).toBe('falling')
    expect(changeOf(house, standingOf(house, of(60, 62), '2026-10'))).toBe('unclear')
  })

  test('months, quarters and years are called by their names', () => {
    expect(periodSpan('2025-12', '2026-02')).toEqual({ 'zh-CN': '2025年12月—2026年2月', en: 'December 2025 – February 2026' })
    expect(periodSpan('2026-Q3', '2026-Q3')).toEqual({ 'zh-CN': '2026年第3季度', en: 'quarter 3 of 2026' })
    expect(periodSpan('2025', '2025')).toEqual({ 'zh-CN': '2025年', en: '2025' })
  })

  test('no sentence tells a count below the smallest, whatever was counted', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 60 }))
    const month = fc.array(count, { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(month, { minLength: 6, maxLength: 6 }), (counts) => {
        const periods = months.map((period, at) => {
          const [a, b, c, d, e, f] = counts[at]!
          return monthOf(share, period, { newcomer: [a!, b!], local: [c!, d!], unstated: [e!, f!] })
        })
        for (const [, told] of stateOf(share, periods).en.matchAll(/meetings: (\d+)/g))
          expect(Number(told)).toBeGreaterThanOrEqual(smallestCount)
      }),
      { seed },
    )
  })

  test('an amount is not told where a month of it is hidden', () => {
    const sum = measureOf({ kind: 'sum', unit: { 'zh-CN': '小时', en: 'hours' } })
    const month = (period: string, locals: number) => ({
      period,
      cells: showMonth(sum, [
        line('', 20, { group: 'newcomer', amount: 40 }),
        line('', locals, { group: 'local', amount: 3 * locals }),
        line('', 20, { group: 'unstated', amount: 40 }),
      ]),
    })
    expect(
      stateOf(
        sum,
        ['2026-08', '2026-09', '2026-10'].map((period) => month(period, 20)),
      ).en,
    ).toContain('120 hours')
    expect(stateOf(sum, [month('2026-08', 20), month('2026-09', 1), month('2026-10', 20)]).en).not.toContain('hours')
  })
})
