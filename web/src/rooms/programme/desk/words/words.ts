import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ProgrammeDeskWords, zh } from './zh-CN.ts'

export const programmeDeskWords: Words<ProgrammeDeskWords> = { 'zh-CN': zh, en }
