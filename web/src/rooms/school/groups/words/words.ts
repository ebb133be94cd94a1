import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type GroupsWords, zh } from './zh-CN.ts'

export const groupsWords: Words<GroupsWords> = { 'zh-CN': zh, en }
