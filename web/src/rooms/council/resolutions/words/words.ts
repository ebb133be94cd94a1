import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ResolutionWords, zh } from './zh-CN.ts'

export const resolutionWords: Words<ResolutionWords> = { 'zh-CN': zh, en }
