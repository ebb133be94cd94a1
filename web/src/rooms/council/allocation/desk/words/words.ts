import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AllocationDeskWords, zh } from './zh-CN.ts'

export const allocationDeskWords: Words<AllocationDeskWords> = { 'zh-CN': zh, en }
