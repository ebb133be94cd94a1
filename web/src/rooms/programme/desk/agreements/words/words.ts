import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type AgreementDeskWords, zh } from './zh-CN.ts'

export const agreementDeskWords: Words<AgreementDeskWords> = { 'zh-CN': zh, en }
