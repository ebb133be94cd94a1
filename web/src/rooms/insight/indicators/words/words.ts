import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type IndicatorWords, zh } from './zh-CN.ts'

export const indicatorWords: Words<IndicatorWords> = { 'zh-CN': zh, en }
