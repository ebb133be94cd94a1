import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type VisitWords, zh } from './zh-CN.ts'

export const visitWords: Words<VisitWords> = { 'zh-CN': zh, en }
