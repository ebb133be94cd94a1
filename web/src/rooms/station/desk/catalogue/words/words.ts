import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CatalogueWords, zh } from './zh-CN.ts'

export const catalogueWords: Words<CatalogueWords> = { 'zh-CN': zh, en }
