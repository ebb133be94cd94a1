import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepsDue, tellingAt } from './alert-steps.ts'
import { closesAt, mayRecord, maySee, opensAt } from './visit-window.ts'

const seed = 20261123
const hour = 3_600_000
const visits = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 60, max: 8 * 3600 }))
  .map(([from, seconds]) => ({ starts_at: new Date(from * 1000), ends_at: new Date((from + seconds) * 1000) }))

test('name and door are seen exactly from two hours before to two hours after, both moments included', () => {
  fc.assert(
    fc.property(visits, fc.integer({ min: -20 * hour, max: 20 * hour }), (visit, off) => {
      const now = new Date(visit.starts_at.getTime() + off)
      const inside = now.getTime() >= visit.starts_at.getTime() - 2 * hour && now.getTime() <= visit.ends_at.getTime() + 2 * hour
      expect(maySee(visit, now)).toBe(inside)
    }),
    { seed, numRuns: 500 },
  )
})

test('one millisecond outside the border nothing is seen', () => {
  fc.assert(
    fc.property(visits, (visit) => {
      const [opens, closes] = [opensAt(visit).getTime(), closesAt(visit).getTime()]
      expect([opens - 1, opens, closes, closes + 1].map((at) => maySee(visit, new Date(at)))).toEqual([false, true, true, false])
      expect(mayRecord(visit, new Date(visit.starts_at.getTime() - 1))).toBe(false)
      expect(mayRecord(visit, visit.starts_at)).toBe(true)
      expect(mayRecord(visit, new Date(closes + 1))).toBe(false)
    }),
    { seed, numRuns: 200 },
  )
})

test('an alert goes up step by step and never back: at once, after one span, after two', () => {
  const start = new Date('2026-11-23T12:00:00Z')
  expect([0, 59, 60, 119, 120, 600].map((minutes) => stepsDue(start, new Date(start.getTime() + minutes * 60_000), 1))).toEqual([
    1, 1, 2, 2, 3, 3,
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 * hour }),
      fc.integer({ min: 0, max: 100 * hour }),
      fc.integer({ min: 1, max: 12 }),
      (a, b, hours) => {
        const [first, then] = [Math.min(a, b), Math.max(a, b)].map((off) => stepsDue(start, new Date(start.getTime() + off), hours))
        expect(first!).toBeLessThanOrEqual(then!)
        const due = stepsDue(start, new Date(start.getTime() + a), hours)
        if (due < 3) expect(tellingAt(start, due, hours).getTime()).toBeGreaterThan(start.getTime() + a)
      },
    ),
    { seed, numRuns: 300 },
  )
})
