import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CertificateWords, zh } from './zh-CN.ts'

export const certificateWords: Words<CertificateWords> = { 'zh-CN': zh, en }
