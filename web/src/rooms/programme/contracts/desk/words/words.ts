import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ContractDeskWords, zh } from './zh-CN.ts'

export const contractDeskWords: Words<ContractDeskWords> = { 'zh-CN': zh, en }
