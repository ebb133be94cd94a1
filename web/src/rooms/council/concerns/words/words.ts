import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MergeWords, zh } from './zh-CN.ts'

export const mergeWords: Words<MergeWords> = { 'zh-CN': zh, en }
