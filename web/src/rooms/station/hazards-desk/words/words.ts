import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type HazardsDeskWords, zh } from './zh-CN.ts'

export const hazardsDeskWords: Words<HazardsDeskWords> = { 'zh-CN': zh, en }
