import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type TiesWords, zh } from './zh-CN.ts'

export const tiesWords: Words<TiesWords> = { 'zh-CN': zh, en }
