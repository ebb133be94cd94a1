import { standardsOf } from '@ronghe/contract/programme/numbers.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNight, nightTime, refusalFor, type Promised, type Span } from './shift-rules.ts'

const zone = 'Asia/Shanghai'
const rules = standardsOf('volunteers')
const hour = 3_600_000
const span = (from: string, hours: number): Span => {
  const begins = new Date(`2026-11-${from}:00+08:00`)
  return { from: begins, until: new Date(begins.getTime() + hours * hour) }
}
const shift = (from: string, hours: number): Promised => ({ ...span(from, hours), shift: true })
const other = (from: string, hours: number): Promised => ({ ...span(from, hours), shift: false })

test('what overlaps a class, a meeting or a shift is refused; what follows it is not, unless it was a shift', () => {
  expect(refusalFor(span('24T09:00', 2), [other('24T10:59', 1)], rules, zone)).toBe('volunteers-overlap')
  expect(refusalFor(span('24T09:00', 2), [other('24T11:00', 1)], rules, zone)).toBeUndefined()
  expect(refusalFor(span('24T09:00', 2), [shift('24T11:00', 1)], rules, zone)).toBe('volunteers-rest')
})

test('eleven hours lie between two shifts, before and after', () => {
  expect(refusalFor(span('25T08:00', 2), [shift('24T20:00', 2)], rules, zone)).toBe('volunteers-rest')
  expect(refusalFor(span('25T09:00', 2), [shift('24T20:00', 2)], rules, zone)).toBeUndefined()
  expect(refusalFor(span('24T20:00', 2), [shift('25T08:00', 2)], rules, zone)).toBe('volunteers-rest')
})

test('at most four hours after ten in the evening, also past midnight', () => {
  expect(nightTime(span('24T20:00', 6), zone)).toBe(4 * hour)
  expect(refusalFor(span('24T20:00', 6), [], rules, zone)).toBeUndefined()
  expect(refusalFor(span('24T20:00', 6.5), [], rules, zone)).toBe('volunteers-night-hours')
  expect(isNight(span('24T05:00', 2), zone)).toBe(true)
  expect(isNight(span('24T06:00', 16), zone)).toBe(false)
})

test('two nights a week, counted from Monday', () => {
  const nights = [shift('24T21:00', 2), shift('26T21:00', 2)]
  expect(refusalFor(span('28T21:00', 2), nights, rules, zone)).toBe('volunteers-nights-a-week')
  expect(refusalFor(span('28T18:00', 2), nights, rules, zone)).toBeUndefined()
  expect(refusalFor(span('30T21:00', 2), nights, rules, zone)).toBeUndefined()
})

test('twelve hours a week in all, classes not counted', () => {
  const week = [shift('23T09:00', 5), shift('25T09:00', 5), other('26T09:00', 8)]
  expect(refusalFor(span('27T09:00', 2), week, rules, zone)).toBeUndefined()
  expect(refusalFor(span('27T09:00', 2.5), week, rules, zone)).toBe('volunteers-hours-a-week')
})

test('law (seed 20261123): whoever takes every shift that is not refused keeps every limit', () => {
  const wish = fc.record({ start: fc.nat({ max: 21 * 24 }), hours: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
      const begin = new Date('2026-11-02T00:00:00+08:00').getTime()
      const taken: Promised[] = []
      for (const { start, hours } of wishes) {
        const wanted = { from: new Date(begin + start * hour), until: new Date(begin + (start + hours) * hour) }
        if (!refusalFor(wanted, taken, rules, zone)) taken.push({ ...wanted, shift: true })
      }
      const inOrder = taken.toSorted((a, b) => a.from.getTime() - b.from.getTime())
      for (const [index, next] of inOrder.entries()) {
        const before = inOrder[index - 1]
        if (before) expect(next.from.getTime() - before.until.getTime()).toBeGreaterThanOrEqual(11 * hour)
      }
      for (const week of [0, 1, 2, 3]) {
        // Weeks and nights counted once more, by the hour of the day in UTC+8 alone.
        const own = inOrder.filter(({ from }) => Math.floor((from.getTime() - begin) / (7 * 24 * hour)) === week)
        expect(own.reduce((sum, { from, until }) => sum + (until.getTime() - from.getTime()) / hour, 0)).toBeLessThanOrEqual(12)
        const nightHoursOf = ({ from, until }: Span) => {
          let count = 0
          for (let at = from.getTime(); at < until.getTime(); at += hour) {
            const shown = ((at - begin) / hour) % 24
            if (shown >= 22 || shown < 6) count++
          }
          return count
        }
        for (const one of own) expect(nightHoursOf(one)).toBeLessThanOrEqual(4)
        expect(own.filter((one) => nightHoursOf(one) > 0).length).toBeLessThanOrEqual(2)
      }
    }),
    { seed: 20261123, numRuns: 200 },
  )
})
