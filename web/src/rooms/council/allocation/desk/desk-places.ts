import type { DeskPlace } from '../../../../shell/desk-places.ts'
import { partsInRound } from './parts.ts'

export const allocationDeskPlaces: readonly DeskPlace[] = [
  {
    section: { 'zh-CN': '议事会', en: 'Council' },
    label: { 'zh-CN': '资源分配', en: 'Allocation' },
    to: '/council/allocation',
    needs: partsInRound,
  },
]
