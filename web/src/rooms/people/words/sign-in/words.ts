import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type SignInWords, zh } from './zh-CN.ts'

export const signInWords: Words<SignInWords> = { 'zh-CN': zh, en }
