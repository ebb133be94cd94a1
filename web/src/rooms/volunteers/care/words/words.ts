import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CareWords, zh } from './zh-CN.ts'

export const careWords: Words<CareWords> = { 'zh-CN': zh, en }
