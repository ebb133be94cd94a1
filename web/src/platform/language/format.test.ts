import { expect, test } from 'vitest'
import { dayOf, formatIn } from './format.ts'

const zh = formatIn('zh-CN')
const en = formatIn('en')
const now = new Date('2026-11-23T06:00:00Z')

test('a day is said with its weekday while that helps, and with its year when that is not this year', () => {
  expect(zh.day('2026-11-28', now)).toBe('11月28日（周六）')
  expect(zh.day('2027-01-04', now)).toBe('2027年1月4日（周一）')
  expect(en.day('2026-11-28', now)).toBe('Sat 28 Nov')
  expect(zh.day('2026-01-05', now)).toBe('1月5日')
  expect(en.day('2027-11-24', now)).toBe('24 Nov 2027')
})

test('months and quarters are said, not coded', () => {
  expect([zh.month('2026-11'), en.month('2026-11')]).toEqual(['2026年11月', 'Nov 2026'])
  expect([zh.quarter('2026-Q4'), en.quarter('2026-Q4')]).toEqual(['2026年第4季度', '2026, quarter 4'])
})

test('the street keeps its own clock, whatever the device says', () => {
  expect(zh.moment('2026-11-22T16:30:00Z', now)).toBe('11月23日 00:30')
  expect(dayOf(new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23')
  expect(en.time('2026-11-23T01:10:00Z')).toBe('09:10')
})

test('near days are said as people say them', () => {
  expect(zh.relative('2026-11-23T15:59:00Z', now)).toBe('今天')
  expect(zh.relative('2026-11-23T16:00:00Z', now)).toBe('明天')
  expect(zh.relative('2026-11-20T02:00:00Z', now)).toBe('3 天前')
  expect(en.relative('2026-10-01T02:00:00Z', now)).toBe('1 Oct')
})

test('a clock that has run out says by how much', () => {
  expect([3, 1, 0, -2].map(zh.workingDaysLeft)).toEqual(['剩 3 个工作日', '剩 1 个工作日', '今天到期', '已超 2 个工作日'])
  expect(en.workingDaysLeft(1)).toBe('1 working day left')
})

test('money comes in cents and shows cents only when there are any', () => {
  expect(zh.money(125_000)).toBe('1,250 元')
  expect(zh.money(1250)).toBe('12.50 元')
  expect(en.money(-1250)).toBe('¥-12.50')
})

test('shares, intervals, durations and lists', () => {
  expect(zh.percent(0.784)).toBe('78%')
  expect(zh.interval(0.741, 0.83)).toBe('74–83%')
  expect(zh.duration(580)).toBe('9 分 40 秒')
  expect(en.duration(60)).toBe('1 min')
  expect(zh.list(['劳动合同', '租房合同'])).toBe('劳动合同、租房合同')
  expect(en.list(['a', 'b', 'c'])).toBe('a, b and c')
})
