import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type CityWords, zh } from './zh-CN.ts'

export const cityWords: Words<CityWords> = { 'zh-CN': zh, en }
