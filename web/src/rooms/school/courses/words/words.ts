import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { zh, type CourseWords } from './zh-CN.ts'

export const courseWords: Words<CourseWords> = { 'zh-CN': zh, en }
