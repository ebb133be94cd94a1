import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type RequestsWords, zh } from './zh-CN.ts'

export const requestsWords: Words<RequestsWords> = { 'zh-CN': zh, en }
