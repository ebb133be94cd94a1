import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type SurveyResultWords, zh } from './zh-CN.ts'

export const surveyResultWords: Words<SurveyResultWords> = { 'zh-CN': zh, en }
