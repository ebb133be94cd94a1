import type { Words } from '../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ShellWords, zh } from './zh-CN.ts'

export const shellWords: Words<ShellWords> = { 'zh-CN': zh, en }
