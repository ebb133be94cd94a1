import type { DeskPlace } from '../../../shell/desk-places.ts'

const residents = { 'zh-CN': '居民', en: 'Residents' }
const watch = { 'zh-CN': '三员', en: 'Administrators' }

/** Residents at the window, requests about their data, and the two administrators who watch. */
export const peopleDeskPlaces: readonly DeskPlace[] = [
  { section: residents, label: { 'zh-CN': '查找和登记', en: 'Find and register' }, to: '/people', needs: 'people.find' },
  { section: residents, label: { 'zh-CN': '等同意的换号', en: 'Number changes' }, to: '/number-changes', needs: 'people.change-number' },
  { section: residents, label: { 'zh-CN': '居住确认复核', en: 'Second looks' }, to: '/rechecks', needs: 'people.confirm' },
  { section: residents, label: { 'zh-CN': '个人信息申请', en: 'Data requests' }, to: '/data-requests', needs: 'people.data-requests' },
  { section: watch, label: { 'zh-CN': '安全', en: 'Security' }, to: '/security', needs: 'security.manage' },
  { section: watch, label: { 'zh-CN': '审计', en: 'Audit' }, to: '/audit', needs: 'audit.read' },
]
