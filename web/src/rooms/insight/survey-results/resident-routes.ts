import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const results = createRoute({
  getParentRoute: () => residentRoot,
  path: '/insight/survey',
  component: lazyRouteComponent(() => import('./SurveyResults.tsx'), 'SurveyResults'),
})

const measure = createRoute({
  getParentRoute: () => residentRoot,
  path: '/insight/survey/$waveId/$measure',
  component: lazyRouteComponent(() => import('./MeasurePage.tsx'), 'MeasureForEverybody'),
})

export const surveyResultRoutes = [results, measure] as const
