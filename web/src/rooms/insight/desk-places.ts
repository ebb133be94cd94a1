import type { DeskPlace } from '../../shell/desk-places.ts'
import { surveyDeskPlaces } from './survey/survey-desk-places.ts'

/** The lines of insight in the side bar. */
export const insightDeskPlaces: readonly DeskPlace[] = [
  {
    section: { 'zh-CN': '融合情况', en: 'Coming together' },
    label: { 'zh-CN': '融合情况', en: 'The figure' },
    to: '/insight',
    needs: 'insight.read',
  },
  ...surveyDeskPlaces,
  {
    section: { 'zh-CN': '融合情况', en: 'Coming together' },
    label: { 'zh-CN': '问卷结果', en: 'Survey results' },
    to: '/survey-results',
    needs: 'insight.read',
  },
  {
    section: { 'zh-CN': '融合情况', en: 'Coming together' },
    label: { 'zh-CN': '开放数据', en: 'Open data' },
    to: '/insight/open-data',
    needs: 'insight.open-data.release',
  },
]
