import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type FrameworkWords, zh } from './zh-CN.ts'

export const frameworkWords: Words<FrameworkWords> = { 'zh-CN': zh, en }
