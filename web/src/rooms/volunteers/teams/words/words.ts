import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type TeamWords, zh } from './zh-CN.ts'

export const teamWords: Words<TeamWords> = { 'zh-CN': zh, en }
