import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from './condition.ts'
import { holds, weigh } from './evaluate.ts'
import { anyCondition } from './arbitrary.test-data.ts'

const today = '2026-11-23'

test.each<[string, Condition, object, boolean | undefined]>([
  ['equal', { field: 'basis', equals: 'job' }, { basis: 'job' }, true],
  ['not answered settles nothing', { field: 'basis', equals: 'job' }, {}, undefined],
  ['nor does its opposite', { not: { field: 'basis', equals: 'job' } }, {}, undefined],
  ['whether it is answered is always settled', { field: 'basis', answered: false }, { basis: ' ' }, true],
  ['one of several', { field: 'basis', in: ['job', 'school'] }, { basis: 'school' }, true],
  ['among the choices', { field: 'wants', has: 'training' }, { wants: ['openings', 'training'] }, true],
  ['inside an address', { field: 'home.community', equals: 'songbai' }, { home: { community: 'songbai' } }, true],
  ['money in cents', { field: 'rent', atLeast: 100_000 }, { rent: 99_999 }, false],
  ['a list by how many', { field: 'children', atLeast: 2 }, { children: [{}, {}] }, true],
  ['days in order', { field: 'day', atMost: '2026-12-31' }, { day: '2026-11-23' }, true],
  ['half a year to the day', { field: 'since', monthsSince: 6 }, { since: '2026-05-23' }, true],
  ['one day short', { field: 'since', monthsSince: 6 }, { since: '2026-05-24' }, false],
  [
    'one false makes all false',
    {
      all: [
        { field: 'a', equals: 1 },
        { field: 'b', equals: 1 },
      ],
    },
    { b: 2 },
    false,
  ],
  [
    'one true makes any true',
    {
      any: [
        { field: 'a', equals: 1 },
        { field: 'b', equals: 1 },
      ],
    },
    { b: 1 },
    true,
  ],
  ['a field named like a built-in is not found by accident', { field: 'constructor', answered: true }, {}, false],
])('%s', (_, condition, answers, expected) => {
  expect(weigh(condition, answers as Record<string, unknown>, today)).toBe(expected)
})

test('half a year from 31 August ends on the last day of February', () => {
  expect(weigh({ field: 'since', monthsSince: 6 }, { since: '2026-08-31' }, '2027-02-28')).toBe(true)
  expect(weigh({ field: 'since', monthsSince: 6 }, { since: '2026-08-31' }, '2027-02-27')).toBe(false)
})

test('whatever the answers hold, weighing returns, and opposites never hold together', () => {
  fc.assert(
    fc.property(
      anyCondition,
      fc.dictionary(fc.constantFrom('since', 'basis', 'home', 'children'), fc.jsonValue()),
      (condition, answers) => {
        const value = weigh(condition, answers, today)
        expect([true, false, undefined]).toContain(value)
        expect(holds(condition, answers, today) && holds({ not: condition }, answers, today)).toBe(false)
      },
    ),
    { seed: 20261123, numRuns: 300 },
  )
})
