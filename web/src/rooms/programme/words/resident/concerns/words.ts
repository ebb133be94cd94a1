import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ConcernWords, zh } from './zh-CN.ts'

export const concernWords: Words<ConcernWords> = { 'zh-CN': zh, en }
