import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ConcernDeskWords, zh } from './zh-CN.ts'

export const concernDeskWords: Words<ConcernDeskWords> = { 'zh-CN': zh, en }
