import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AnswerWords, zh } from './zh-CN.ts'

export const answerWords: Words<AnswerWords> = { 'zh-CN': zh, en }
