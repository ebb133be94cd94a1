import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type LifeWords, zh } from './zh-CN.ts'

export const lifeWords: Words<LifeWords> = { 'zh-CN': zh, en }
