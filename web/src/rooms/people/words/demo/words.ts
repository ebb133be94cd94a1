import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type DemoWords, zh } from './zh-CN.ts'

export const demoWords: Words<DemoWords> = { 'zh-CN': zh, en }
