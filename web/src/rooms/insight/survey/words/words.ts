import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type SurveyWords, zh } from './zh-CN.ts'

export const surveyWords: Words<SurveyWords> = { 'zh-CN': zh, en }
