import type { Words } from '../../platform/language/language.tsx'
import { en } from './en.ts'
import { type UiWords, zh } from './zh-CN.ts'

export const uiWords: Words<UiWords> = { 'zh-CN': zh, en }
