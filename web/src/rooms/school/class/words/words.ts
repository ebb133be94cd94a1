import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ClassWords, zh } from './zh-CN.ts'

export const classWords: Words<ClassWords> = { 'zh-CN': zh, en }
