import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type PatrolWords, zh } from './zh-CN.ts'

export const patrolWords: Words<PatrolWords> = { 'zh-CN': zh, en }
