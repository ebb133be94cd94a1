import type { DeskPlace } from '../../../shell/desk-places.ts'
import { commendationDeskPlaces } from '../commendations/desk/desk-routes.ts'
import { contractDeskPlaces } from '../contracts/desk/desk-routes.ts'
import { viewCount } from './concerns/ViewCount.tsx'
import { type ConcernViewName, viewNeeds } from './concerns/views.ts'
import { en } from './concerns/words/en.ts'
import { zh } from './concerns/words/zh-CN.ts'

const concerns = { 'zh-CN': '诉求', en: 'Concerns' }
const programme = { 'zh-CN': '融合行动', en: 'Programme' }
const street = { 'zh-CN': '街道', en: 'Street' }

const view = (name: ConcernViewName): DeskPlace => ({
  section: concerns,
  label: { 'zh-CN': zh.views[name], en: en.views[name] },
  to: `/concerns/${name}`,
  needs: viewNeeds[name],
  ...((name === 'new' || name === 'overdue' || name === 'mine' || name === 'protected') && { count: viewCount(name) }),
})

/** Concerns by list, then what the street office keeps. */
export const programmeDeskPlaces: readonly DeskPlace[] = [
  view('new'),
  view('overdue'),
  view('open'),
  view('mine'),
  view('protected'),
  { section: concerns, label: { 'zh-CN': '录入诉求', en: 'Enter a concern' }, to: '/concern-entry', needs: 'programme.concerns.enter' },
  {
    section: concerns,
    label: { 'zh-CN': '替街坊带上来', en: 'Carry for a neighbour' },
    to: '/concern-carry',
    needs: 'programme.concerns.carry',
  },
  { section: programme, label: { 'zh-CN': '组织和岗位', en: 'Organs and posts' }, to: '/organs', needs: 'programme.appoint' },
  { section: programme, label: { 'zh-CN': '请假日历', en: 'Who is away' }, to: '/leave', needs: 'programme.appoint' },
  {
    section: programme,
    label: { 'zh-CN': '支持台账', en: 'Support ledger' },
    to: '/support',
    needs: ['programme.support.decide', 'programme.support.request'],
  },
  { section: programme, label: { 'zh-CN': '共同活动', en: 'Joint activities' }, to: '/together', needs: 'programme.joint.edit' },
  { section: programme, label: { 'zh-CN': '两地协议', en: 'Agreements' }, to: '/agreements', needs: 'programme.agreements.edit' },
  { section: programme, label: { 'zh-CN': '通知', en: 'Notices' }, to: '/notices', needs: 'programme.notices.publish' },
  {
    section: programme,
    label: { 'zh-CN': '撤销证书', en: 'Take a certificate back' },
    to: '/certificates',
    needs: 'programme.certificates.revoke',
  },
  ...commendationDeskPlaces,
  ...contractDeskPlaces,
  { section: street, label: { 'zh-CN': '街道设置', en: 'Street settings' }, to: '/settings', needs: ['street.configure', 'street.texts'] },
]
