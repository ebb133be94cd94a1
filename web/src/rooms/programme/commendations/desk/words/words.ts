import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CommendationDeskWords, zh } from './zh-CN.ts'

export const commendationDeskWords: Words<CommendationDeskWords> = { 'zh-CN': zh, en }
