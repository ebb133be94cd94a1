import type { DeskPlace } from '../../../shell/desk-places.ts'

export const ballotDeskPlaces: readonly DeskPlace[] = [
  {
    section: { 'zh-CN': '议事会', en: 'Council' },
    label: { 'zh-CN': '秘密投票', en: 'Secret ballots' },
    to: '/council/ballots',
    needs: ['council.clerk', 'council.credentials'],
  },
]
