import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type EquityWords, zh } from './zh-CN.ts'

export const equityWords: Words<EquityWords> = { 'zh-CN': zh, en }
