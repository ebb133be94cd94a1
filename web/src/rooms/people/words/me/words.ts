import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MeWords, zh } from './zh-CN.ts'

export const meWords: Words<MeWords> = { 'zh-CN': zh, en }
