import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ShiftWords, zh } from './zh-CN.ts'

export const shiftWords: Words<ShiftWords> = { 'zh-CN': zh, en }
