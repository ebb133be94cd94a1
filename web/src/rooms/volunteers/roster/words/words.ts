import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type RosterWords, zh } from './zh-CN.ts'

export const rosterWords: Words<RosterWords> = { 'zh-CN': zh, en }
