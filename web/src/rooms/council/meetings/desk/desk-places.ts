import type { DeskPlace } from '../../../../shell/desk-places.ts'

const council = { 'zh-CN': '议事会', en: 'Council' }

export const meetingDeskPlaces: readonly DeskPlace[] = [
  { section: council, label: { 'zh-CN': '会议', en: 'Meetings' }, to: '/council/meetings', needs: 'council.clerk' },
]
