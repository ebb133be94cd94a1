import type { DeskPlace } from '../../../shell/desk-places.ts'

const section = { 'zh-CN': '融合情况', en: 'Coming together' }
/** The line of the side bar about the survey. */
export const surveyDeskPlaces: readonly DeskPlace[] = [
  { section, label: { 'zh-CN': '街坊问卷', en: 'Survey of neighbours' }, to: '/survey', needs: 'insight.survey.manage' },
]
