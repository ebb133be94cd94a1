import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type OpenDataWords, zh } from './zh-CN.ts'

export const openDataWords: Words<OpenDataWords> = { 'zh-CN': zh, en }
