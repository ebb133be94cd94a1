import type { VisitParts } from '@ronghe/contract/council/visits.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringTogether, sameVisit, type VisitVersion } from './visit-merging.ts'

const seed = 20261123
const lanes = ['lane-one', 'lane-three', 'lane-five']
const parts: fc.Arbitrary<VisitParts> = fc.record({
  laneId: fc.constantFrom(...lanes),
  onDay: fc.constantFrom('2026-11-20', '2026-11-21'),
  part: fc.constantFrom('morning', 'afternoon', 'evening'),
  topics: fc.uniqueArray(fc.constantFrom('safety', 'housing', 'school'), { maxLength: 3 }),
  seen: fc.constantFrom('', '路灯不亮', '楼道堵了'),
})
const moment = fc.integer({ min: 1, max: 59 }).map((minute) => `2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`)
const version: fc.Arbitrary<VisitVersion> = fc
  .tuple(parts, fc.tuple(moment, moment, moment, moment, moment))
  .map(([values, [laneId, onDay, part, topics, seen]]) => ({ parts: values, times: { laneId, onDay, part, topics, seen }, aside: [] }))

const blank = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0)
const text = (value: unknown) => JSON.stringify(value)

test('what either of two phones wrote is in the visit or waits beside it; nothing is dropped', () => {
  fc.assert(
    fc.property(fc.option(version), version, version, (base, mine, theirs) => {
      const { parts: stands, aside } = bringTogether(base, mine, theirs)
      for (const side of [mine, theirs])
        for (const part of Object.keys(side.parts) as (keyof VisitParts)[]) {
          const changed = base === null || text(base.parts[part]) !== text(side.parts[part])
          if (!changed || blank(side.parts[part])) continue
          const kept = [stands[part], ...aside.filter((one) => one.part === part).map(({ value }) => value)].map(text)
          expect(kept).toContain(text(side.parts[part]))
        }
    }),
    { seed },
  )
})

test('it does not matter which phone came first', () => {
  fc.assert(
    fc.property(fc.option(version), version, version, (base, mine, theirs) => {
      expect(sameVisit(bringTogether(base, mine, theirs), bringTogether(base, theirs, mine))).toBe(true)
    }),
    { seed },
  )
})

test('a phone that comes alone, or once more with the same, changes nothing', () => {
  fc.assert(
    fc.property(version, version, (base, mine) => {
      expect(sameVisit(bringTogether(base, mine, base), mine)).toBe(true)
      expect(sameVisit(bringTogether(base, mine, mine), mine)).toBe(true)
    }),
    { seed },
  )
})
