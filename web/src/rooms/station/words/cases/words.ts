import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CasesWords, zh } from './zh-CN.ts'

export const casesWords: Words<CasesWords> = { 'zh-CN': zh, en }
