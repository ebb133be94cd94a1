import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type EmbeddingWords, zh } from './zh-CN.ts'

export const embeddingWords: Words<EmbeddingWords> = { 'zh-CN': zh, en }
