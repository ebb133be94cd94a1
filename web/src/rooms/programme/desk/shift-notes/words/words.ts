import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ShiftNoteWords, zh } from './zh-CN.ts'

export const shiftNoteWords: Words<ShiftNoteWords> = { 'zh-CN': zh, en }
