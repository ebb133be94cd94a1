import { expect, test } from 'vitest'
import { mondaysFrom } from './weeks.ts'

test('the week of a Sunday began six days before, that of a Monday today; months and years make no difference', () => {
  expect(mondaysFrom('2026-11-29', 2)).toEqual(['2026-11-23', '2026-11-30'])
  expect(mondaysFrom('2026-11-30', 1)).toEqual(['2026-11-30'])
  expect(mondaysFrom('2027-01-01', 2)).toEqual(['2026-12-28', '2027-01-04'])
})
