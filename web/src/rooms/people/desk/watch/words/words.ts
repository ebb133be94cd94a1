import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type WatchWords, zh } from './zh-CN.ts'

export const watchWords: Words<WatchWords> = { 'zh-CN': zh, en }
