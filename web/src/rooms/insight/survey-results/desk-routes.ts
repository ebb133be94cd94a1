import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const method = createRoute({
  getParentRoute: () => deskRoot,
  path: '/survey-results',
  beforeLoad: needs('insight.read'),
  component: lazyRouteComponent(() => import('./SurveyMethod.tsx'), 'SurveyMethod'),
})

const measure = createRoute({
  getParentRoute: () => deskRoot,
  path: '/survey-results/$waveId/$measure',
  beforeLoad: needs('insight.read'),
  component: lazyRouteComponent(() => import('./MeasurePage.tsx'), 'MeasureAtDesk'),
})

export const surveyResultDeskRoutes = [method, measure] as const
