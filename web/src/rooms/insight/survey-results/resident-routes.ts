import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const results = createRoute({
  getParentRoute: () => residentRoot,
  path: '/insight/survey',
  component: lazyRouteComponent(() => import('./SurveyResults.tsx'), 'SurveyResults'),
})

export const surveyResultRoutes = [results] as const
