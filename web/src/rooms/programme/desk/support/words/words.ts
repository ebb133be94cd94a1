import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type SupportDeskWords, zh } from './zh-CN.ts'

export const supportDeskWords: Words<SupportDeskWords> = { 'zh-CN': zh, en }
