import { postKinds, type PostKind } from '@ronghe/contract/posts.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/calendar/working-days.ts'
import { administrators, mayFill, mostAtOnce, type Term } from './appointing.ts'

const seed = { seed: 20261123, numRuns: 300 }
const day = fc.integer({ min: 0, max: 30 }).map((offset) => addDays('2026-11-01', offset))
const term = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([from, length]): Term => ({ from, to: length === null ? null : addDays(from, length) }))

test('the fullest moment is the same as counting day by day', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 8 }), term, (terms, within) => {
      let most = 0
      for (let at = within.from; at <= (within.to ?? '2027-01-31'); at = addDays(at, 1)) {
        most = Math.max(most, terms.filter(({ from, to }) => from <= at && (to === null || to >= at)).length)
      }
      expect(mostAtOnce(terms, within)).toBe(most)
    }),
    seed,
  )
})

test('only the system administrator fills the three administrators’ posts, and a street officer none above their own', () => {
  for (const kind of administrators) {
    expect(mayFill(['streetLead', 'streetOfficer'], kind)).toBe(false)
    expect(mayFill(['systemAdministrator'], kind)).toBe(true)
  }
  expect(mayFill(['streetOfficer'], 'streetLead')).toBe(false)
  expect(mayFill(['streetOfficer'], 'integrityOfficer')).toBe(false)
  expect(mayFill(['streetOfficer'], 'delegate')).toBe(true)
  for (const kind of Object.keys(postKinds) as PostKind[]) expect(mayFill(['windowClerk', 'stationLead'], kind)).toBe(false)
})
