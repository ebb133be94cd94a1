import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type TogetherDeskWords, zh } from './zh-CN.ts'

export const togetherDeskWords: Words<TogetherDeskWords> = { 'zh-CN': zh, en }
