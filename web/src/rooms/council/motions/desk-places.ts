import type { DeskPlace } from '../../../shell/desk-places.ts'

const section = { 'zh-CN': '议事会', en: 'Council' }

/** Motions and agendas in the side bar. */
export const motionDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '议案审查', en: 'Motions' }, to: '/council/motions', needs: 'council.moderate' },
  { section, label: { 'zh-CN': '会议议程', en: 'Agendas' }, to: '/council/agendas', needs: ['council.clerk', 'council.preside'] },
]
