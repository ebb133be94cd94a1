import * as z from 'zod/mini'
import type { Text } from '../values.ts'

/** What somebody may say they can do. A dialect is a skill too; those are in the person's profile and are not asked again. */
export const skills = {
  firstAid: { 'zh-CN': '急救', en: 'First aid' },
  nursing: { 'zh-CN': '护理照料', en: 'Nursing' },
  childcare: { 'zh-CN': '带孩子', en: 'Looking after children' },
  talking: { 'zh-CN': '陪聊天', en: 'Keeping company' },
  teaching: { 'zh-CN': '教课', en: 'Teaching' },
  cooking: { 'zh-CN': '做饭', en: 'Cooking' },
  hairdressing: { 'zh-CN': '理发', en: 'Hairdressing' },
  electrician: { 'zh-CN': '电工', en: 'Electrician' },
  repair: { 'zh-CN': '修修补补', en: 'Repairs' },
  computer: { 'zh-CN': '电脑手机', en: 'Computers and phones' },
  photography: { 'zh-CN': '拍照', en: 'Photography' },
  driving: { 'zh-CN': '开车', en: 'Driving' },
} as const satisfies Readonly<Record<string, Text>>

export const Skill = z.enum(Object.keys(skills) as [keyof typeof skills, ...(keyof typeof skills)[]])
export type Skill = z.infer<typeof Skill>

/** A day of the week (1 is Monday) and a part of the day, as in `6-evening`. */
export const partsOfDay = ['morning', 'afternoon', 'evening', 'night'] as const
export const FreeTime = z.string().check(z.regex(/^[1-7]-(morning|afternoon|evening|night)$/))
export const Dialect = z.string().check(z.trim(), z.minLength(1), z.maxLength(20))
