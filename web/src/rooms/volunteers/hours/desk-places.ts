import type { DeskPlace } from '../../../shell/desk-places.ts'

const section = { 'zh-CN': '志愿服务', en: 'Volunteers' }

export const hoursDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '纸质签到单', en: 'Paper lists' }, to: '/volunteers/hours-paper', needs: 'volunteers.coordinate' },
  { section, label: { 'zh-CN': '感谢信', en: 'Thank-you notes' }, to: '/volunteers/thanks', needs: 'volunteers.coordinate' },
  { section, label: { 'zh-CN': '时长抽查', en: 'Check of hours' }, to: '/volunteers/hours-audit', needs: 'volunteers.audit' },
]
