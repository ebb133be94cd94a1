import type { Words } from '../../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { zh, type CourseDeskWords } from './zh-CN.ts'

export const courseDeskWords: Words<CourseDeskWords> = { 'zh-CN': zh, en }
