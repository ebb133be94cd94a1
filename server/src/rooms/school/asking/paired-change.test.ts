import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp, noPairs, pool, smallestClass, studentT, sumPairs, toResult } from './paired-change.ts'
import { askingWindows, isOpen } from './asking-windows.ts'

const seed = 20261123
const question = { 'zh-CN': '我会。' }
const answer = fc.integer({ min: 1, max: 5 })
const pair = fc.tuple(fc.tuple(answer), fc.tuple(answer))
const classes = fc.array(fc.array(pair, { maxLength: 25 }), { maxLength: 6 })

describe(`how the same people rated themselves at two moments (seed ${seed})`, () => {
  test('quantiles of Student’s t are those of the tables', () => {
    for (const [degrees, table] of [
      [9, 2.262],
      [14, 2.145],
      [19, 2.093],
      [29, 2.045],
      [120, 1.98],
    ] as const)
      expect(studentT(degrees)).toBeCloseTo(table, 3)
  })

  test('a published example: differences 1, 0, 2, 1, 1, 0, 1, 2, 1, 1 have mean 1 and the interval 0.52 to 1.48', () => {
    const changes = [1, 0, 2, 1, 1, 0, 1, 2, 1, 1]
    const [shown] = toResult(
      [question],
      sumPairs(
        1,
        changes.map((change) => [[2], [2 + change]] as const),
      ),
    ).questions
    const value = (figure: { readonly kind: string; readonly value?: number }) => figure.value
    expect(value(shown!.change)).toBeCloseTo(1, 10)
    expect(value(shown!.low)).toBeCloseTo(1 - 2.262_157 * Math.sqrt(4 / 9 / 10), 3)
    expect(value(shown!.high)).toBeCloseTo(1 + 2.262_157 * Math.sqrt(4 / 9 / 10), 3)
  })

  test('under ten pairs nothing at all is shown', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: smallestClass - 1 }), (pairs) => {
        const { pairs: count, questions } = toResult([question], sumPairs(1, pairs))
        expect(count).toEqual({ kind: 'few' })
        for (const figure of Object.values(questions[0]!).filter((one) => 'kind' in one)) expect(figure).toEqual({ kind: 'few' })
      }),
      { seed },
    )
  })

  test('the mean change is the one counted pair by pair, and lies in its interval', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: smallestClass, maxLength: 40 }), (pairs) => {
        const [shown] = toResult([question], sumPairs(1, pairs)).questions
        const mean = pairs.reduce((sum, [[before], [then]]) => sum + then - before, 0) / pairs.length
        const value = (figure: { readonly kind: string; readonly value?: number }) => (figure.kind === 'shown' ? figure.value : Number.NaN)
        expect(value(shown!.change)).toBeCloseTo(mean, 9)
        expect(value(shown!.low)).toBeLessThanOrEqual(mean + 1e-9)
        expect(value(shown!.high)).toBeGreaterThanOrEqual(mean - 1e-9)
      }),
      { seed },
    )
  })

  test('taking the classes that are shown off a module never leaves fewer than ten', () => {
    fc.assert(
      fc.property(classes, (all) => {
        const sums = all.map((pairs) => sumPairs(1, pairs))
        const shown = sums.filter(({ pairs }) => pairs >= smallestClass)
        const left = pool(1, sums).pairs - shown.reduce((sum, { pairs }) => sum + pairs, 0)
        expect(left === 0 || left >= smallestClass).toBe(true)
      }),
      { seed, numRuns: 500 },
    )
  })

  test('sums do not depend on the order of classes or pairs', () => {
    fc.assert(
      fc.property(classes, (all) => {
        const one = all.map((pairs) => sumPairs(1, pairs)).reduce(addUp, noPairs(1))
        expect(one).toEqual(
          sumPairs(
            1,
            all.toReversed().flatMap((pairs) => pairs.toReversed()),
          ),
        )
      }),
      { seed },
    )
  })
})

test('before, after and three months on never overlap, whatever the length of a course', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (length) => {
      const first = '2026-03-02'
      const last = new Date(Date.parse(first) + length * 86_400_000).toISOString().slice(0, 10)
      const { before, after, later } = askingWindows(first, last)
      expect(before.until <= after.from || length === 0).toBe(true)
      expect(after.until < later.from).toBe(true)
      expect(isOpen(before, first) && isOpen(after, last)).toBe(true)
    }),
    { seed },
  )
})
