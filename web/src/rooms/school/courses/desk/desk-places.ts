import type { DeskPlace } from '../../../../shell/desk-places.ts'

const school = { 'zh-CN': '学堂', en: 'School' }

export const courseDeskPlaces: readonly DeskPlace[] = [
  { section: school, label: { 'zh-CN': '课程', en: 'Courses' }, to: '/school/courses', needs: 'school.manage' },
  { section: school, label: { 'zh-CN': '教室安排', en: 'Rooms' }, to: '/school/plan', needs: 'school.manage' },
  { section: school, label: { 'zh-CN': '讲师', en: 'Lecturers' }, to: '/school/lecturers', needs: 'school.manage' },
  {
    section: school,
    label: { 'zh-CN': '替人报名', en: 'Enrol somebody' },
    to: '/school/enter',
    needs: ['school.manage', 'people.register'],
  },
]
