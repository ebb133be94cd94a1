import type { DeskPlace } from '../../../../shell/desk-places.ts'
import { seatPermissions } from './desk-routes.ts'

const section = { 'zh-CN': '议事会', en: 'Council' }

export const seatDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '席位和抽签', en: 'Seats and draws' }, to: '/council/seats', needs: seatPermissions },
  { section, label: { 'zh-CN': '成立议事会', en: 'Found a council' }, to: '/council/founding', needs: 'council.found' },
]
