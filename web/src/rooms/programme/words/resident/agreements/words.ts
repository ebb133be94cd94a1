import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AgreementWords, zh } from './zh-CN.ts'

export const agreementWords: Words<AgreementWords> = { 'zh-CN': zh, en }
