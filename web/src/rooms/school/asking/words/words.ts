import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AskingWords, zh } from './zh-CN.ts'

export const askingWords: Words<AskingWords> = { 'zh-CN': zh, en }
