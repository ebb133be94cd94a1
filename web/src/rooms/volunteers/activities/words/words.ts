import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ActivityWords, zh } from './zh-CN.ts'

export const activityWords: Words<ActivityWords> = { 'zh-CN': zh, en }
