import type { Text } from '../values.ts'

/** What people teach each other (传帮带): words for choosing from, so that an offer and a wish can meet. */
export const mentoringSkills = {
  printing: { 'zh-CN': '印刷手艺', en: 'The printing trade' },
  computer: { 'zh-CN': '电脑和手机', en: 'Computer and phone' },
  papers: { 'zh-CN': '办事填表', en: 'Offices and forms' },
  cantonese: { 'zh-CN': '学粤语', en: 'Learning Cantonese' },
  mandarin: { 'zh-CN': '学普通话', en: 'Learning Mandarin' },
  speaking: { 'zh-CN': '当众说话', en: 'Speaking in public' },
  childcare: { 'zh-CN': '带小孩', en: 'Bringing up small children' },
  cooking: { 'zh-CN': '做饭煲汤', en: 'Cooking and soups' },
  repairs: { 'zh-CN': '水电小修', en: 'Small repairs' },
  bookkeeping: { 'zh-CN': '记账开店', en: 'Accounts of a small shop' },
} as const satisfies Readonly<Record<string, Text>>
export type MentoringSkill = keyof typeof mentoringSkills
export const mentoringSkillKeys = Object.keys(mentoringSkills) as [MentoringSkill, ...MentoringSkill[]]

/** What two people can talk to each other in; a home dialect is a reason to be asked. */
export const mentoringLanguages = {
  mandarin: { 'zh-CN': '普通话', en: 'Mandarin' },
  cantonese: { 'zh-CN': '粤语', en: 'Cantonese' },
  honghu: { 'zh-CN': '洪湖话', en: 'Honghu dialect' },
  hunan: { 'zh-CN': '湖南话', en: 'Hunan dialect' },
  hakka: { 'zh-CN': '客家话', en: 'Hakka' },
  teochew: { 'zh-CN': '潮汕话', en: 'Teochew' },
  sichuan: { 'zh-CN': '四川话', en: 'Sichuan dialect' },
  english: { 'zh-CN': '英语', en: 'English' },
} as const satisfies Readonly<Record<string, Text>>
export type MentoringLanguage = keyof typeof mentoringLanguages
export const mentoringLanguageKeys = Object.keys(mentoringLanguages) as [MentoringLanguage, ...MentoringLanguage[]]

/** When somebody usually has an hour. */
export const mentoringTimes = {
  weekdayMorning: { 'zh-CN': '平日上午', en: 'Weekday mornings' },
  weekdayAfternoon: { 'zh-CN': '平日下午', en: 'Weekday afternoons' },
  weekdayEvening: { 'zh-CN': '平日晚上', en: 'Weekday evenings' },
  weekendMorning: { 'zh-CN': '周末上午', en: 'Weekend mornings' },
  weekendAfternoon: { 'zh-CN': '周末下午', en: 'Weekend afternoons' },
  weekendEvening: { 'zh-CN': '周末晚上', en: 'Weekend evenings' },
} as const satisfies Readonly<Record<string, Text>>
export type MentoringTime = keyof typeof mentoringTimes
export const mentoringTimeKeys = Object.keys(mentoringTimes) as [MentoringTime, ...MentoringTime[]]
