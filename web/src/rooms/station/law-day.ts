import type { Language } from '@ronghe/contract/values.ts'

/** The day of a law or of a check, with its year and without its weekday: 2016年1月1日, 1 Jan 2016. */
export const lawDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'zh-CN' ? 'long' : 'short',
    day: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`))
