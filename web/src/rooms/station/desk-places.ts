import type { DeskPlace } from '../../shell/desk-places.ts'
import { queueCount } from './desk/queue/QueueCount.tsx'
import { zh } from './desk/words/zh-CN.ts'
import { en } from './desk/words/en.ts'
import type { CaseViewName } from './desk/queue/views.ts'

const cases = { 'zh-CN': '案件', en: 'Cases' }
const station = { 'zh-CN': '服务站', en: 'Station' }
const clerks = 'station.cases.work'
const everybody = ['station.cases.work', 'station.cases.department', 'station.cases.supervise'] as const

const view = (name: CaseViewName, needs: DeskPlace['needs']): DeskPlace => ({
  section: cases,
  label: { 'zh-CN': zh.views[name], en: en.views[name] },
  to: `/cases/${name}`,
  needs,
  ...(name !== 'all' && { count: queueCount(name) }),
})

/** The saved views of the queue, then what the station does beside it. */
export const stationDeskPlaces: readonly DeskPlace[] = [
  view('mine', everybody),
  view('new', clerks),
  view('dueSoon', everybody),
  view('waitingForResident', everybody),
  view('returned', clerks),
  view('external', clerks),
  view('escalated', ['station.cases.work', 'station.cases.supervise']),
  view('decided', everybody),
  view('all', everybody),
  {
    section: cases,
    label: { 'zh-CN': '差评回访', en: 'Bad ratings' },
    to: '/ratings',
    needs: 'station.ratings.follow',
  },
  { section: station, label: { 'zh-CN': '录入纸质申请', en: 'Enter from paper' }, to: '/paper', needs: clerks },
  { section: station, label: { 'zh-CN': '事项与表单', en: 'Services and forms' }, to: '/catalogue', needs: 'station.catalogue.edit' },
  { section: station, label: { 'zh-CN': '导入', en: 'Import' }, to: '/import', needs: 'station.import' },
  { section: station, label: { 'zh-CN': '导出', en: 'Export' }, to: '/export', needs: 'station.export' },
  { section: station, label: { 'zh-CN': '报表', en: 'Report sheets' }, to: '/reports', needs: 'station.reports.fill' },
  { section: station, label: { 'zh-CN': '停电备用包', en: 'Power-cut pack' }, to: '/daily-pack', needs: clerks },
]
