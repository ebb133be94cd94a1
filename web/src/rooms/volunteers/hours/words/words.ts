import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type HoursWords, zh } from './zh-CN.ts'

export const hoursWords: Words<HoursWords> = { 'zh-CN': zh, en }
