import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { zh, type CalendarWords } from './zh-CN.ts'

export const calendarWords: Words<CalendarWords> = { 'zh-CN': zh, en }
