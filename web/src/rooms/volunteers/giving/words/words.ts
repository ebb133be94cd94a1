import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type GivingWords, zh } from './zh-CN.ts'

export const givingWords: Words<GivingWords> = { 'zh-CN': zh, en }
