import type { Language } from '@ronghe/contract/values.ts'
import { useMemo } from 'react'
import { useLanguage } from './language.tsx'

/** Ronghe's streets all live in one time zone; the clock of the device does not matter. */
const zone = 'Asia/Shanghai'

/** So many days ahead or back the day of the week is still of use; on the day a post began it is noise. */
const weekdayHelps = 60

export interface Format {
  /** 11月28日（周六）, farther away 3月5日; with the year when it is not this one. */
  readonly day: (day: string, today?: Date) => string
  /** From 2026-11: 2026年11月. */
  readonly month: (month: string) => string
  /** From 2026-Q4: 2026年第4季度. */
  readonly quarter: (quarter: string) => string
  /** 11月28日 09:10 */
  readonly moment: (moment: string, now?: Date) => string
  /** 09:10 */
  readonly time: (moment: string) => string
  /** 今天、明天、3 天前… up to a week, the day beyond it. */
  readonly relative: (moment: string, now?: Date) => string
  /** 剩 3 个工作日, 今天到期, 已超 2 个工作日 */
  readonly workingDaysLeft: (days: number) => string
  readonly workingDays: (days: number) => string
  /** From cents: 1,250 元, 12.50 元. */
  readonly money: (cents: number) => string
  readonly count: (count: number) => string
  /** With its year and without the day of the week, for paper that is kept: 2026年11月23日. */
  readonly wholeDay: (day: string) => string
  /** A share of 1: 78%. */
  readonly percent: (share: number) => string
  /** The interval beside a share: 74–83%. */
  readonly interval: (low: number, high: number) => string
  /** From seconds: 9 分 40 秒. */
  readonly duration: (seconds: number) => string
  readonly bytes: (bytes: number) => string
  /** 、in Chinese, commas and "and" in English. */
  readonly list: (items: readonly string[]) => string
}

export const useFormat = (): Format => {
  const { language } = useLanguage()
  return useMemo(() => formatIn(language), [language])
}

export function formatIn(language: Language): Format {
  const zh = language === 'zh-CN'
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', { timeZone: zone, ...options })
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const monthDay = dates({ month: zh ? 'long' : 'short', day: 'numeric' })
  const yearMonthDay = dates({ year: 'numeric', month: zh ? 'long' : 'short', day: 'numeric' })
  const yearMonth = dates({ year: 'numeric', month: zh ? 'long' : 'short' })
  const weekday = dates({ weekday: 'short' })
  const numbers = new Intl.NumberFormat(zh ? 'zh-CN' : 'en-GB')
  const cents = new Intl.NumberFormat(zh ? 'zh-CN' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const lists = new Intl.ListFormat(zh ? 'zh-CN' : 'en-GB', { type: 'conjunction' })

  const date = (at: Date, now: Date): string => (dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? monthDay : yearMonthDay).format(at)
  const day: Format['day'] = (text, today = new Date()) => {
    const at = new Date(`${text.slice(0, 10)}T12:00:00+08:00`)
    if (Math.abs(daysBetween(dayOf(today), text.slice(0, 10))) > weekdayHelps) return date(at, today)
    return zh ? `${date(at, today)}（${weekday.format(at)}）` : `${weekday.format(at)} ${date(at, today)}`
  }
  const moment: Format['moment'] = (text, now = new Date()) => `${date(new Date(text), now)} ${clock.format(new Date(text))}`
  const wholePercent = (share: number): number => Math.round(share * 100)

  return {
    day,
    wholeDay: (text) => yearMonthDay.format(new Date(`${text.slice(0, 10)}T12:00:00+08:00`)),
    month: (text) => yearMonth.format(new Date(`${text.slice(0, 7)}-15T12:00:00+08:00`)),
    quarter: (text) => (zh ? `${text.slice(0, 4)}年第${text.slice(-1)}季度` : `${text.slice(0, 4)}, quarter ${text.slice(-1)}`),
    moment,
    time: (text) => clock.format(new Date(text)),
    relative(text, now = new Date()) {
      const days = daysBetween(dayOf(now), dayOf(new Date(text)))
      if (days === 0) return zh ? '今天' : 'today'
      if (days === 1) return zh ? '明天' : 'tomorrow'
      if (days === -1) return zh ? '昨天' : 'yesterday'
      if (days > 1 && days <= 7) return zh ? `${days} 天后` : `in ${days} days`
      if (days < -1 && days >= -7) return zh ? `${-days} 天前` : `${-days} days ago`
      return date(new Date(text), now)
    },
    workingDaysLeft(days) {
      if (days === 0) return zh ? '今天到期' : 'due today'
      if (days < 0) return zh ? `已超 ${-days} 个工作日` : `${-days} working ${-days === 1 ? 'day' : 'days'} late`
      return zh ? `剩 ${days} 个工作日` : `${days} working ${days === 1 ? 'day' : 'days'} left`
    },
    workingDays: (days) => (zh ? `${days} 个工作日` : `${days} working ${days === 1 ? 'day' : 'days'}`),
    money(amount) {
      const number = amount % 100 === 0 ? numbers.format(amount / 100) : cents.format(amount / 100)
      return zh ? `${number} 元` : `¥${number}`
    },
    count: (count) => numbers.format(count),
    percent: (share) => `${wholePercent(share)}%`,
    interval: (low, high) => `${wholePercent(low)}–${wholePercent(high)}%`,
    duration(seconds) {
      const minutes = Math.floor(seconds / 60)
      const rest = Math.floor(seconds % 60)
      if (zh) return minutes === 0 ? `${rest} 秒` : rest === 0 ? `${minutes} 分` : `${minutes} 分 ${rest} 秒`
      return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
    },
    bytes: (bytes) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
    list: (items) => (zh ? items.join('、') : lists.format(items)),
  }
}

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is in the street at that moment, as `2026-11-23`. */
export const dayOf = (at: Date): string => isoDay.format(at)

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
