import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { zh } from './zh-CN.ts'

export const houseWords: Words<typeof zh> = { 'zh-CN': zh, en }
