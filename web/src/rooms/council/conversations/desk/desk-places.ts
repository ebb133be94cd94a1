import type { DeskPlace } from '../../../../shell/desk-places.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh-CN.ts'

export const conversationDeskPlaces: readonly DeskPlace[] = [
  {
    section: { 'zh-CN': '议事会', en: 'Council' },
    label: { 'zh-CN': zh.title, en: en.title },
    to: '/council/conversations',
    needs: 'council.moderate',
  },
]
