import type { DeskPlace } from '../../../shell/desk-places.ts'

const section = { 'zh-CN': '志愿服务', en: 'Volunteers' }

export const careDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '上门看望', en: 'Care visits' }, to: '/volunteers/care', needs: 'volunteers.care' },
  { section, label: { 'zh-CN': '有人可能受伤害', en: 'Somebody may be harmed' }, to: '/volunteers/worries', needs: 'volunteers.protect' },
]
