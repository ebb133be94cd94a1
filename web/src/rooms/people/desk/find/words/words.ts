import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type FindWords, zh } from './zh-CN.ts'

export const findWords: Words<FindWords> = { 'zh-CN': zh, en }
