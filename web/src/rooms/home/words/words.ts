import type { Words } from '../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type HomeWords, zh } from './zh-CN.ts'

export const homeWords: Words<HomeWords> = { 'zh-CN': zh, en }
