import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type OrganDeskWords, zh } from './zh-CN.ts'

export const organDeskWords: Words<OrganDeskWords> = { 'zh-CN': zh, en }
