import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type SheetsWords, zh } from './zh-CN.ts'

export const sheetsWords: Words<SheetsWords> = { 'zh-CN': zh, en }
