import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MeetingWords, zh } from './zh-CN.ts'

export const meetingWords: Words<MeetingWords> = { 'zh-CN': zh, en }
