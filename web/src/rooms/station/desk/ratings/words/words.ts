import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type RatingsWords, zh } from './zh-CN.ts'

export const ratingsWords: Words<RatingsWords> = { 'zh-CN': zh, en }
