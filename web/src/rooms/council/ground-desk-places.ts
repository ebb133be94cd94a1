import type { DeskPlace } from '../../shell/desk-places.ts'

const section = { 'zh-CN': '议事会', en: 'Council' }

/** Visits, merging and follow-up in the side bar. */
export const groundDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '走访', en: 'Visits' }, to: '/council/visits', needs: 'council.moderate' },
  { section, label: { 'zh-CN': '合并诉求', en: 'Bring concerns together' }, to: '/council/merging', needs: 'council.moderate' },
  {
    section,
    label: { 'zh-CN': '决议落实', en: 'Follow-up' },
    to: '/council/follow-up',
    needs: ['council.clerk', 'council.answer'],
  },
]
