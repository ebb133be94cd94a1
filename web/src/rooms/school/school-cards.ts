import type { Text } from '@ronghe/contract/values.ts'

/** What else there is at the school, on its first page: each part of the room adds its line. */
export interface SchoolCard {
  readonly to: string
  readonly title: Text
  readonly second?: Text
}

export const schoolCards: readonly SchoolCard[] = [
  {
    to: '/school/mentoring',
    title: { 'zh-CN': '传帮带', en: 'Mentoring' },
    second: { 'zh-CN': '会的教一教，不会的学一学，两个人一对。', en: 'One shows, one learns, in pairs.' },
  },
  {
    to: '/school/groups',
    title: { 'zh-CN': '学习小组', en: 'Study groups' },
    second: { 'zh-CN': '谁都可以开一个，学堂借教室。', en: 'Anybody can start one; the school lends rooms.' },
  },
  {
    to: '/school/ability',
    title: { 'zh-CN': '学了有没有用', en: 'Does it help?' },
    second: { 'zh-CN': '大家自己估的，前后比一比。', en: 'How people rated themselves before and after.' },
  },
  {
    to: '/school/awards',
    title: { 'zh-CN': '结业证书', en: 'Course certificates' },
    second: { 'zh-CN': '学完了可以领，要不要由您定。', en: 'For courses you completed, if you want one.' },
  },
]
