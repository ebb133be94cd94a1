import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ContractWords, zh } from './zh-CN.ts'

export const contractWords: Words<ContractWords> = { 'zh-CN': zh, en }
