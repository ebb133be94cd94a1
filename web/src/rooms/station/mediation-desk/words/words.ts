import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MediationDeskWords, zh } from './zh-CN.ts'

export const mediationDeskWords: Words<MediationDeskWords> = { 'zh-CN': zh, en }
