import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type LiaisonWords, zh } from './zh-CN.ts'

export const liaisonWords: Words<LiaisonWords> = { 'zh-CN': zh, en }
