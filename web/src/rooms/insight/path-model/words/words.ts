import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type PathModelWords, zh } from './zh-CN.ts'

export const pathModelWords: Words<PathModelWords> = { 'zh-CN': zh, en }
