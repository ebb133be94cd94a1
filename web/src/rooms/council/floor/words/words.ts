import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type FloorWords, zh } from './zh-CN.ts'

export const floorWords: Words<FloorWords> = { 'zh-CN': zh, en }
