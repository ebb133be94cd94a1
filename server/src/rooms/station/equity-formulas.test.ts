import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attack } from '../../platform/privacy/suppression-attack.ts'
import { calendarOf } from '../../platform/calendar/working-days.ts'
import { daysSpent } from './equity-figures.ts'
import {
  benefitOf,
  benefitTable,
  groups,
  hasChoice,
  opportunityRatio,
  ratioOf,
  ratioOfBenefits,
  reasonsTable,
  type FigureLine,
  type GroupKey,
} from './equity-formulas.ts'
import { median, percentile } from './quantiles.ts'

const seed = 20261123
const line = (group: GroupKey, outcome: FigureLine['outcome'], cases: number, change: Partial<FigureLine> = {}): FigureLine => ({
  service: 'residencePermit',
  group,
  channel: 'phone',
  outcome,
  reason: outcome,
  days: 5,
  ownDays: 0,
  extraVisits: 0,
  cases,
  ...change,
})

describe('the ratio of the groups', () => {
  test('90 of 120 against 160 of 200: 0.9375 with 0.828 to 1.061, worked out by hand', () => {
    // ln 0.9375 = -0.064539; variance 1/90 - 1/120 + 1/160 - 1/200 = 0.004028; 1.96 × 0.063465 = 0.124389
    const ratio = ratioOf(90, 120, 160, 200)
    if (ratio.kind !== 'ratio') throw new Error('too few')
    expect(ratio.value).toBeCloseTo(0.9375, 10)
    expect(ratio.from).toBeCloseTo(Math.exp(-0.064539 - 0.124389), 4)
    expect(ratio.to).toBeCloseTo(Math.exp(-0.064539 + 0.124389), 4)
  })

  test('below twenty decided cases of either group is too few to compare; twenty is enough', () => {
    expect(ratioOf(19, 19, 50, 60)).toEqual({ kind: 'tooFew' })
    expect(ratioOf(50, 60, 10, 19)).toEqual({ kind: 'tooFew' })
    expect(ratioOf(15, 20, 15, 20)).toMatchObject({ kind: 'ratio', value: 1 })
  })

  test('none or all granted still has an interval, and a wide one', () => {
    const none = ratioOf(0, 25, 20, 25)
    expect(none).toMatchObject({ kind: 'ratio' })
    if (none.kind === 'ratio') expect(none.to / none.from).toBeGreaterThan(50)
    const all = ratioOf(25, 25, 30, 30)
    if (all.kind !== 'ratio') throw new Error('too few')
    expect(all.from < 1 && 1 < all.to).toBe(true)
    expect(() => ratioOf(26, 25, 1, 30)).toThrow(RangeError)
  })

  test('the interval holds the ratio, is turned over with the groups, and narrows with more cases', () => {
    const pair = fc.integer({ min: 20, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(pair, pair, ([a, n], [b, m]) => {
        const [one, other] = [ratioOf(a, n, b, m), ratioOf(b, m, a, n)]
        if (one.kind !== 'ratio' || other.kind !== 'ratio') throw new Error('too few')
        expect(one.from).toBeLessThanOrEqual(one.value)
        expect(one.to).toBeGreaterThanOrEqual(one.value)
        expect(one.value * other.value).toBeCloseTo(1, 6)
        const more = ratioOf(a * 9, n * 9, b * 9, m * 9)
        if (more.kind === 'ratio' && a > 0 && b > 0 && (a < n || b < m)) expect(more.to / more.from).toBeLessThan(one.to / one.from + 1e-9)
      }),
      { seed, numRuns: 500 },
    )
  })
})

test('opportunity: 12 open to newcomers of 16 open to locals is three quarters; nothing open is no ratio', () => {
  expect(opportunityRatio(12, 16)).toBe(0.75)
  expect(opportunityRatio(0, 0)).toBeUndefined()
})

test('choice: two channels used by a tenth each; below sixty cases nothing is said', () => {
  expect(hasChoice([54, 6])).toBe(true)
  expect(hasChoice([55, 5])).toBe(false)
  expect(hasChoice([30, 29])).toBeUndefined()
})

test('days: the middle, nine of ten, and the resident’s own turn apart', () => {
  expect([median([1, 2, 10]), median([1, 2, 3, 10])]).toEqual([2, 2.5])
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 20], 0.9)).toBe(9)
  const calendar = calendarOf('Asia/Shanghai', [])
  const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
  // Accepted on Monday the 2nd, asked on the 4th, answered on the 6th, decided on the 10th: 6 working days, 2 of them the resident's.
  expect(daysSpent(calendar, at('2026-11-02'), at('2026-11-10'), [{ from: at('2026-11-04'), to: at('2026-11-06') }])).toEqual({
    days: 4,
    ownDays: 2,
  })
})

describe('what the page may show', () => {
  test('rates of both groups and the third column; 24 of 26 is hidden, because it tells about the other two', () => {
    const lines = [
      line('newcomer', 'granted', 90),
      line('newcomer', 'refused', 30),
      line('local', 'granted', 160),
      line('local', 'refused', 40),
      line('unstated', 'granted', 12),
      line('unstated', 'referred', 7),
    ]
    const [cells] = benefitTable(lines, ['residencePermit']).cells
    const benefits = groups.map((group, index) => benefitOf(group, cells![index * 2]!, cells![index * 2 + 1]!, lines))
    expect(benefits.map(({ rate }) => rate)).toEqual([
      { kind: 'shown', value: 0.75 },
      { kind: 'shown', value: 0.8 },
      { kind: 'shown', value: 12 / 19 },
    ])
    expect(ratioOfBenefits(benefits)).toMatchObject({ kind: 'ratio', value: 0.9375 })
    // Nineteen are too few for days.
    expect(benefits[2]!.daysMedian).toEqual({ kind: 'few' })
    expect(benefits[0]!.daysMedian).toEqual({ kind: 'shown', value: 5 })
    const small = [
      line('newcomer', 'granted', 24),
      line('newcomer', 'refused', 2),
      line('local', 'granted', 40),
      line('local', 'refused', 20),
      line('unstated', 'granted', 9),
      line('unstated', 'refused', 8),
    ]
    const [hidden] = benefitTable(small, ['residencePermit']).cells
    expect(benefitOf('newcomer', hidden![0]!, hidden![1]!, small).rate).toEqual({ kind: 'few' })
  })

  test('extra visits: five cases with one and five without, else nothing', () => {
    const shown = { kind: 'shown', count: 15 } as const
    const lines = (extra: number) => [line('newcomer', 'granted', 30 - extra), line('newcomer', 'granted', extra, { extraVisits: 2 })]
    expect(benefitOf('newcomer', shown, shown, lines(6)).extraVisits).toEqual({ kind: 'shown', value: 0.4 })
    expect(benefitOf('newcomer', shown, shown, lines(4)).extraVisits).toEqual({ kind: 'few' })
    expect(benefitOf('newcomer', shown, shown, lines(28)).extraVisits).toEqual({ kind: 'few' })
  })

  test('an attacker with the whole page learns no hidden count, neither of granted nor of reasons', () => {
    const k = 3
    const services = ['one', 'two']
    const cell = fc.integer({ min: 0, max: 5 })
    fc.assert(
      fc.property(fc.array(cell, { minLength: 8, maxLength: 8 }), fc.array(cell, { minLength: 6, maxLength: 6 }), (counts, others) => {
        const lines: FigureLine[] = services.flatMap((service, place) =>
          (['newcomer', 'local'] as const).flatMap((group, side) => {
            const from = place * 4 + side * 2
            return [
              line(group, 'granted', counts[from]!, { service }),
              line(group, 'refused', counts[from + 1]!, { service, reason: 'a' }),
              ...(place === 0 ? [line(group, 'refused', others[side]!, { service, reason: 'b' })] : []),
            ]
          }),
        )
        const table = benefitTable(lines, services, k)
        const raw = services.map((service) =>
          (['newcomer', 'local'] as const).flatMap((group) =>
            [true, false].map((granted) =>
              lines
                .filter((one) => one.service === service && one.group === group && (one.outcome === 'granted') === granted)
                .reduce((sum, { cases }) => sum + cases, 0),
            ),
          ),
        )
        // The two empty columns of who does not say are hidden together with others; the attack knows them to be there.
        const whole = raw.map((row) => [...row, 0, 0])
        if (whole.flat().reduce((sum, count) => sum + count, 0) <= 24)
          for (const learned of attack([whole], [table], k))
            expect(learned.knownSmall || learned.pinned, JSON.stringify({ whole, learned })).toBe(false)
        services.forEach((service, place) => {
          const benefits = groups.map((group, index) =>
            benefitOf(group, table.cells[place]![index * 2]!, table.cells[place]![index * 2 + 1]!, lines),
          )
          for (const { granted, notGranted, rate } of benefits)
            if (rate.kind === 'shown') expect([granted.kind, notGranted.kind]).toEqual(['shown', 'shown'])
          const reasons = reasonsTable(lines, service, benefits, k)
          for (const { counts: byGroup } of reasons)
            for (const { group } of byGroup) expect(benefits.find((benefit) => benefit.group === group)!.notGranted.kind).toBe('shown')
          if (reasons.length === 0) return
          const shownGroups = reasons[0]!.counts.map(({ group }) => group)
          const rawReasons = reasons.map(({ reason }) =>
            shownGroups.map((group) =>
              lines
                .filter((one) => one.service === service && one.group === group && one.outcome !== 'granted' && one.reason === reason)
                .reduce((sum, { cases }) => sum + cases, 0),
            ),
          )
          const totals = shownGroups.map((_, column) => rawReasons.reduce((sum, row) => sum + row[column]!, 0))
          const seen = {
            cells: reasons.map(({ counts: byGroup }) => byGroup.map(({ count }) => count)),
            rowTotals: reasons.map(() => ({ kind: 'few' as const })),
            columnTotals: totals.map((count) => ({ kind: 'shown' as const, count })),
            total: { kind: 'shown' as const, count: totals.reduce((sum, count) => sum + count, 0) },
          }
          for (const learned of attack([rawReasons], [seen], k).filter(({ row, column }) => row !== 'all' && column !== 'all'))
            expect(learned.knownSmall, JSON.stringify({ rawReasons, learned })).toBe(false)
        })
      }),
      { seed, numRuns: 60 },
    )
  }, 60_000)
})
