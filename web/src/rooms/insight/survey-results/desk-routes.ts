import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const method = createRoute({
  getParentRoute: () => deskRoot,
  path: '/insight/survey-results',
  beforeLoad: needs('insight.read'),
  component: lazyRouteComponent(() => import('./SurveyMethod.tsx'), 'SurveyMethod'),
})

export const surveyResultDeskRoutes = [method] as const
