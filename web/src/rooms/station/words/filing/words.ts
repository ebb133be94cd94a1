import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type FilingWords, zh } from './zh-CN.ts'

export const filingWords: Words<FilingWords> = { 'zh-CN': zh, en }
