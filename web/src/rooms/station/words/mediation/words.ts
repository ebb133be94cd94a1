import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MediationWords, zh } from './zh-CN.ts'

export const mediationWords: Words<MediationWords> = { 'zh-CN': zh, en }
