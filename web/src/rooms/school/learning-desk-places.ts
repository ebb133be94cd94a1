import type { DeskPlace } from '../../shell/desk-places.ts'

const section = { 'zh-CN': '学堂', en: 'School' }
/** Lines of the side bar about learning together. */
export const learningDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '传帮带', en: 'Mentoring' }, to: '/school/mentoring', needs: 'school.manage' },
  { section, label: { 'zh-CN': '学习小组借教室', en: 'Rooms for groups' }, to: '/school/room-wishes', needs: 'school.manage' },
  { section, label: { 'zh-CN': '班里的话题', en: 'Class talk' }, to: '/school/moderation', needs: 'school.manage' },
]
