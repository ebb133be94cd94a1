import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AwardsWords, zh } from './zh-CN.ts'

export const awardsWords: Words<AwardsWords> = { 'zh-CN': zh, en }
