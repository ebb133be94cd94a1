import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type HazardsWords, zh } from './zh-CN.ts'

export const hazardsWords: Words<HazardsWords> = { 'zh-CN': zh, en }
