import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type FlowsWords, zh } from './zh-CN.ts'

export const flowsWords: Words<FlowsWords> = { 'zh-CN': zh, en }
