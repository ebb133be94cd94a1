import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type DataWords, zh } from './zh-CN.ts'

export const dataWords: Words<DataWords> = { 'zh-CN': zh, en }
