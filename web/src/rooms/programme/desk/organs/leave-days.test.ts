import { expect, test } from 'vitest'
import { daysOfMonth, isAway } from './leave-days.ts'
import { keyOf, toHand } from './handing.ts'

test('a month has its own number of days, February of a leap year too', () => {
  expect(daysOfMonth('2028-02-10')).toHaveLength(29)
  expect(daysOfMonth('2026-11-23').at(-1)).toBe('2026-11-30')
})

test('away on the first and the last day, not on the next', () => {
  const leave = { fromDay: '2026-11-23', toDay: '2026-11-24' }
  expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => isAway(leave, day))).toEqual([false, true, true, false])
})

test('each handed item takes its own note along, also where two kinds share an id', () => {
  const items = [
    { kind: 'case', id: 'a', title: '', dueOn: null },
    { kind: 'concern', id: 'a', title: '', dueOn: null },
  ]
  expect(toHand(items, 'post', { [keyOf(items[1]!)]: ' 等房东回话 ' })).toEqual([
    { kind: 'case', id: 'a', toPostId: 'post', note: '' },
    { kind: 'concern', id: 'a', toPostId: 'post', note: '等房东回话' },
  ])
})
