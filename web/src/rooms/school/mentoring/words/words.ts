import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MentoringWords, zh } from './zh-CN.ts'

export const mentoringWords: Words<MentoringWords> = { 'zh-CN': zh, en }
