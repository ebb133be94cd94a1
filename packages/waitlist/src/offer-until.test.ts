import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offerBegins, offerUntil, standardRules, type OfferRules } from './offer-until.ts'
import { wallTime } from './wall-clock.ts'

const zone = 'Asia/Shanghai'
const seed = 20261123
const at = (text: string) => new Date(`${text}:00+08:00`)
const until = (now: string, startsAt: string) => {
  const moment = offerUntil(at(now), at(startsAt), standardRules, zone)
  return moment && new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
}

test('an offer lasts 24 waking hours, so one made at noon on Monday ends at nine on Tuesday evening', () => {
  expect(until('2026-11-23T12:00', '2026-12-05T09:00')).toBe('2026-11-24T21:00')
  expect(until('2026-11-23T18:00', '2026-12-05T09:00')).toBe('2026-11-25T12:00')
})

test('within 48 hours of the start it lasts two hours, on the day twenty minutes', () => {
  expect(until('2026-11-23T12:00', '2026-11-25T12:00')).toBe('2026-11-23T14:00')
  expect(until('2026-11-23T12:00', '2026-11-25T12:01')).toBe('2026-11-24T21:00')
  expect(until('2026-11-23T12:00', '2026-11-23T19:00')).toBe('2026-11-23T12:20')
})

test('made at night it begins at seven; what is left at ten in the evening is left at seven', () => {
  expect(until('2026-11-23T23:30', '2026-12-05T09:00')).toBe('2026-11-25T16:00')
  expect(until('2026-11-23T03:00', '2026-11-23T12:00')).toBe('2026-11-23T07:20')
  expect(until('2026-11-23T21:30', '2026-11-25T12:00')).toBe('2026-11-24T08:30')
})

test('it never outlives the start; before a shift at night it ends at ten the evening before the quiet hours', () => {
  expect(until('2026-11-23T12:00', '2026-11-23T12:10')).toBe('2026-11-23T12:10')
  expect(until('2026-11-23T21:50', '2026-11-23T23:00')).toBe('2026-11-23T22:00')
  expect(until('2026-11-23T22:00', '2026-11-23T23:00')).toBeUndefined()
  expect(until('2026-11-23T21:00', '2026-11-24T00:30')).toBe('2026-11-23T22:00')
  expect(until('2026-11-23T12:00', '2026-11-23T12:00')).toBeUndefined()
})

const rulesAtAll: fc.Arbitrary<OfferRules> = fc.record({
  hours: fc.integer({ min: 1, max: 72 }),
  soonWithinHours: fc.integer({ min: 0, max: 96 }),
  soonHours: fc.integer({ min: 1, max: 12 }),
  dayMinutes: fc.integer({ min: 1, max: 180 }),
  quietFrom: fc.integer({ min: 19, max: 23 }),
  quietTo: fc.integer({ min: 5, max: 9 }),
})
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC')

test('law: no offer begins or ends between the evening and the morning, in any zone, by any rules', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 20 * 24 * 60 }), rulesAtAll, zones, (now, minutes, rules, where) => {
      const startsAt = new Date(now.getTime() + minutes * 60_000)
      const begins = offerBegins(now, rules, where)
      const ends = offerUntil(now, startsAt, rules, where)
      const begun = wallTime(begins, where)
      expect(begun.hour).toBeGreaterThanOrEqual(rules.quietTo)
      expect(begun.hour).toBeLessThan(rules.quietFrom)
      if (!ends) return
      const ended = wallTime(new Date(ends.getTime() - 1), where)
      expect(ended.hour).toBeGreaterThanOrEqual(rules.quietTo)
      expect(ended.hour).toBeLessThan(rules.quietFrom)
      expect(ends > begins).toBe(true)
      expect(ends <= startsAt).toBe(true)
    }),
    { seed, numRuns: 500 },
  )
})

test('law: whoever is asked has the whole time awake, unless the start comes first', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 20 * 24 * 60 }), (now, minutes) => {
      const startsAt = new Date(now.getTime() + minutes * 60_000)
      const begins = offerBegins(now, standardRules, zone)
      const ends = offerUntil(now, startsAt, standardRules, zone)
      if (!ends) return
      // Counted minute by minute, by nothing but the hour on the wall.
      let awake = 0
      for (let moment = begins.getTime(); moment < ends.getTime(); moment += 60_000) {
        const { hour } = wallTime(new Date(moment), zone)
        if (hour >= 7 && hour < 22) awake++
      }
      const last = wallTime(startsAt, zone).hour
      const cutShort = ends.getTime() === startsAt.getTime() || last >= 22 || last < 7
      const sameDay = startsAt.getTime() - begins.getTime() < 24 * 3_600_000 && wallTime(begins, zone).day === wallTime(startsAt, zone).day
      const whole = sameDay ? 20 : startsAt.getTime() - begins.getTime() <= 48 * 3_600_000 ? 120 : 1440
      if (cutShort) expect(awake).toBeLessThanOrEqual(whole + 1)
      else expect(Math.abs(awake - whole)).toBeLessThanOrEqual(1)
    }),
    { seed, numRuns: 80 },
  )
})

test('hours that make no night, and offers of no length, are nonsense', () => {
  expect(() => offerUntil(at('2026-11-23T12:00'), at('2026-11-25T12:00'), { ...standardRules, quietFrom: 5 }, zone)).toThrow(RangeError)
  expect(() => offerUntil(at('2026-11-23T12:00'), at('2026-11-25T12:00'), { ...standardRules, hours: 0 }, zone)).toThrow(RangeError)
})
