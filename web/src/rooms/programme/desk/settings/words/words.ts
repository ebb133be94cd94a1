import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type SettingsWords, zh } from './zh-CN.ts'

export const settingsWords: Words<SettingsWords> = { 'zh-CN': zh, en }
