import { expect, test } from 'vitest'
import { daysOf, finishedSince, isFinished, periodOf } from './periods.ts'

test('every day lies in one month, one quarter, one half-year and one year', () => {
  expect((['month', 'quarter', 'half', 'year'] as const).map((length) => periodOf('2026-06-30', length))).toEqual([
    '2026-06',
    '2026-Q2',
    '2026-H1',
    '2026',
  ])
  expect(periodOf('2026-07-01', 'half')).toBe('2026-H2')
})

test('a period says its first and its last day', () => {
  expect(daysOf('2026-H1')).toEqual({ first: '2026-01-01', last: '2026-06-30' })
  expect(daysOf('2026-H2')).toEqual({ first: '2026-07-01', last: '2026-12-31' })
  expect(daysOf('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
  expect(daysOf('2026-Q4')).toEqual({ first: '2026-10-01', last: '2026-12-31' })
  expect(daysOf('2026')).toEqual({ first: '2026-01-01', last: '2026-12-31' })
  for (const nonsense of ['2026-H3', '2026-Q0', '2026-13', '26']) expect(() => daysOf(nonsense)).toThrow(RangeError)
})

test('those that are over, one after the other, and never the one that is running', () => {
  expect(finishedSince('2025-11-23', 'half', '2026-11-23')).toEqual(['2025-H2', '2026-H1'])
  expect(finishedSince('2026-08-01', 'quarter', '2026-10-01')).toEqual(['2026-Q3'])
  expect(isFinished('2026-H2', '2026-12-31')).toBe(false)
})
