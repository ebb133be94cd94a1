import type { DeskPlace } from '../../shell/desk-places.ts'

const section = { 'zh-CN': '志愿服务', en: 'Volunteers' }

export const coreDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '活动和班次', en: 'Activities and shifts' }, to: '/volunteers/work', needs: 'volunteers.lead' },
  { section, label: { 'zh-CN': '队伍', en: 'Teams' }, to: '/volunteers/teams', needs: 'volunteers.coordinate' },
  { section, label: { 'zh-CN': '志愿者名册', en: 'Register' }, to: '/volunteers/people', needs: 'volunteers.coordinate' },
]
