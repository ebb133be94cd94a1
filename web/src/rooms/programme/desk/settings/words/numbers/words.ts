import type { Words } from '../../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type NumbersWords, zh } from './zh-CN.ts'

export const numbersWords: Words<NumbersWords> = { 'zh-CN': zh, en }
