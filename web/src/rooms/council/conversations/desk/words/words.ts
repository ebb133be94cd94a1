import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type DeskWords, zh } from './zh-CN.ts'

export const deskWords: Words<DeskWords> = { 'zh-CN': zh, en }
