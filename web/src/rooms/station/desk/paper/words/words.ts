import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type PaperWords, zh } from './zh-CN.ts'

export const paperWords: Words<PaperWords> = { 'zh-CN': zh, en }
