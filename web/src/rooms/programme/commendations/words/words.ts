import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CommendationWords, zh } from './zh-CN.ts'

export const commendationWords: Words<CommendationWords> = { 'zh-CN': zh, en }
