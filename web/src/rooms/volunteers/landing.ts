import type { Permission } from '@ronghe/contract/posts.ts'
import type { Text } from '@ronghe/contract/values.ts'

/** A line at the foot of the volunteers' page: where else one can go. */
export interface LandingLine {
  readonly title: Text
  readonly second: Text
  readonly to: string
  /** Only for whoever is signed in, or may do this. */
  readonly needs?: 'person' | Permission
}

/** What the other parts of the room add to the page, one line each. */
export const landingLines: readonly LandingLine[] = [
  {
    title: { 'zh-CN': '我的服务时长', en: 'My hours' },
    second: { 'zh-CN': '登记、等人确认、开证明', en: 'Enter them, have them confirmed, get a proof' },
    to: '/volunteers/hours',
    needs: 'person',
  },
  {
    title: { 'zh-CN': '给出的和得到的', en: 'Given and received' },
    second: { 'zh-CN': '大家一起做了什么，又得到了什么', en: 'What the community gave, and what it got' },
    to: '/volunteers/giving',
  },
]
