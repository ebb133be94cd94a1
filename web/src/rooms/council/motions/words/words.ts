import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type MotionWords, zh } from './zh-CN.ts'

export const motionWords: Words<MotionWords> = { 'zh-CN': zh, en }
