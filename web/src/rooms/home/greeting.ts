import type { HomeWords } from './words/zh-CN.ts'

const hourInStreet = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: 'numeric', hourCycle: 'h23' })

/** 陈国强，下午好。 By the clock of the street; without a name for a stranger. */
export function greeting(words: HomeWords, name: string, now: Date): string {
  const hour = Number(hourInStreet.format(now))
  const part = hour < 5 || hour >= 22 ? 'night' : hour < 11 ? 'morning' : hour < 13 ? 'noon' : hour < 18 ? 'afternoon' : 'evening'
  return words.hello(words.parts[part], name)
}
