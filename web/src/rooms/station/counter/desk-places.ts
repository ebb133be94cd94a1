import type { DeskPlace } from '../../../shell/desk-places.ts'
import { shiftNotePlace } from '../../programme/desk/shift-notes/desk-place.ts'
import { WaitingCount } from './WaitingCount.tsx'

const section = { 'zh-CN': '大厅', en: 'Hall' }
const serves = 'station.counter.serve'
const manages = 'station.counter.manage'

/** The counter comes first of all places: whoever sits at a window looks at it all day. */
export const counterDeskPlaces: readonly DeskPlace[] = [
  { label: { 'zh-CN': '叫号台', en: 'Counter' }, to: '/counter', needs: serves, count: WaitingCount },
  { label: { 'zh-CN': '预约', en: 'Appointments' }, to: '/appointments', needs: serves },
  shiftNotePlace,
]

const neighbours = { 'zh-CN': '街坊', en: 'Neighbours' }

/** What is planned and looked at now and then. */
export const hallDeskPlaces: readonly DeskPlace[] = [
  {
    section: neighbours,
    label: { 'zh-CN': '隐患', en: 'Hazards' },
    to: '/hazards',
    needs: ['station.hazards.work', 'station.cases.department'],
  },
  { section: neighbours, label: { 'zh-CN': '调解', en: 'Mediation' }, to: '/mediation', needs: 'station.mediation.assign' },
  { section: neighbours, label: { 'zh-CN': '我做的调解', en: 'My mediations' }, to: '/mediations', needs: 'station.mediation.mediate' },
  { section: neighbours, label: { 'zh-CN': '均等化', en: 'Equal service' }, to: '/equity', needs: 'station.equity.read' },
  { section, label: { 'zh-CN': '示范岗排班', en: 'Model window' }, to: '/model-window', needs: serves },
  { section, label: { 'zh-CN': '窗口和开放时间', en: 'Windows and hours' }, to: '/counter-plan', needs: manages },
  { section, label: { 'zh-CN': '等候时间', en: 'Waiting times' }, to: '/counter-figures', needs: manages },
]
