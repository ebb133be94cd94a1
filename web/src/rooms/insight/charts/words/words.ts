import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ChartWords, zh } from './zh-CN.ts'

export const chartWords: Words<ChartWords> = { 'zh-CN': zh, en }
