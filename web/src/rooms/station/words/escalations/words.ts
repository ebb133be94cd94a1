import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type EscalationsWords, zh } from './zh-CN.ts'

export const escalationsWords: Words<EscalationsWords> = { 'zh-CN': zh, en }
