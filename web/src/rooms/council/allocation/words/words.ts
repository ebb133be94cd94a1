import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AllocationWords, zh } from './zh-CN.ts'

export const allocationWords: Words<AllocationWords> = { 'zh-CN': zh, en }
