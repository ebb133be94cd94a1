import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type NoticeDeskWords, zh } from './zh-CN.ts'

export const noticeDeskWords: Words<NoticeDeskWords> = { 'zh-CN': zh, en }
