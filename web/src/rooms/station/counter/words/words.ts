import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CounterWords, zh } from './zh-CN.ts'

export const counterWords: Words<CounterWords> = { 'zh-CN': zh, en }
