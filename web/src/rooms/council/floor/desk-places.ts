import type { DeskPlace } from '../../../shell/desk-places.ts'

export const floorDeskPlaces: readonly DeskPlace[] = [
  {
    section: { 'zh-CN': '议事会', en: 'Council' },
    label: { 'zh-CN': '主持台', en: 'Chair’s console' },
    to: '/council/floor',
    needs: ['council.preside', 'council.clerk'],
  },
]
