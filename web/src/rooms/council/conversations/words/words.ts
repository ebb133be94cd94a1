import type { Words } from '../../../../platform/language/language.tsx'
import { en } from './en.ts'
import { type ConversationWords, zh } from './zh-CN.ts'

export const conversationWords: Words<ConversationWords> = { 'zh-CN': zh, en }
