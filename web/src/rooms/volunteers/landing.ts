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
  {
    title: { 'zh-CN': '请我来的班次', en: 'Shifts I am asked for' },
    second: { 'zh-CN': '来不来都行', en: 'Yes or no, both are fine' },
    to: '/volunteers/invitations',
    needs: 'person',
  },
  {
    title: { 'zh-CN': '我的巡逻', en: 'My patrols' },
    second: { 'zh-CN': '读须知、看地方、报坏了的东西', en: 'Briefing, places to look at, what is broken' },
    to: '/volunteers/patrols',
    needs: 'person',
  },
  {
    title: { 'zh-CN': '我要去看望的', en: 'My visits' },
    second: { 'zh-CN': '看望前后两小时看得到姓名和地址', en: 'Name and door around the visit only' },
    to: '/volunteers/visits',
    needs: 'person',
  },
  {
    title: { 'zh-CN': '我想有人来看望', en: 'I would like to be visited' },
    second: { 'zh-CN': '给自己，或者替家里人问一问', en: 'For oneself, or for the family' },
    to: '/volunteers/care',
    needs: 'person',
  },
  {
    title: { 'zh-CN': '对巡逻提意见', en: 'Complain about a patrol' },
    second: { 'zh-CN': '不用登录，按臂章号码', en: 'Without an account, by the armband’s number' },
    to: '/volunteers/complain',
  },
]
