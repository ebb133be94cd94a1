import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type OrganWords, zh } from './zh-CN.ts'

export const organWords: Words<OrganWords> = { 'zh-CN': zh, en }
