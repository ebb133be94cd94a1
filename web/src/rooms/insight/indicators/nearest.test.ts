import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const figure = (period: string) => ({ period, groups: [], gap: null, leftOut: 0 })
const of = (months: readonly string[], years: readonly string[] = []) => ({ months: months.map(figure), years: years.map(figure) })

test('a month chosen shows the last quarter that was over by then, and nothing newer', () => {
  const quarterly = of(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'], ['2026'])
  expect(nearest(quarterly, '2026-10')?.period).toBe('2026-Q3')
  expect(nearest(quarterly, '2026-09')?.period).toBe('2026-Q3')
  expect(nearest(quarterly, '2026-08')?.period).toBe('2026-Q2')
  expect(nearest(quarterly, '2026-02')).toBeUndefined()
  expect(nearest(quarterly, '2026')?.period).toBe('2026')
})

test('a figure of every month is shown for that month alone', () => {
  const monthly = of(['2026-08', '2026-10'], ['2026'])
  expect(nearest(monthly, '2026-10')?.period).toBe('2026-10')
  expect(nearest(monthly, '2026-09')).toBeUndefined()
  expect(nearest(monthly, '2025')).toBeUndefined()
})

test('a year counted once is shown from its end on', () => {
  expect(nearest(of(['2025']), '2025-12')?.period).toBe('2025')
  expect(nearest(of(['2025']), '2026-03')?.period).toBe('2025')
  expect(nearest(of(['2025']), '2025-11')).toBeUndefined()
})
