import type { DeskPlace } from '../../../../shell/desk-places.ts'
import { UnreadCount } from './UnreadCount.tsx'
import { en } from './words/en.ts'
import { zh } from './words/zh-CN.ts'

/** Stands with the counter, at the top: whoever begins a shift looks here first. */
export const shiftNotePlace: DeskPlace = {
  label: { 'zh-CN': zh.title, en: en.title },
  to: '/shift-notes',
  needs: 'programme.shift-notes',
  count: UnreadCount,
}
