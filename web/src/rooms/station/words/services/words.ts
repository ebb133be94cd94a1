import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ServicesWords, zh } from './zh-CN.ts'

export const servicesWords: Words<ServicesWords> = { 'zh-CN': zh, en }
