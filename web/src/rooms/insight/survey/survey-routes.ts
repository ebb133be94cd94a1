import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

/** The survey for everybody, for whoever got a letter, and for those who ask at doors. */
export const surveyRoutes = [
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/survey',
    component: lazyRouteComponent(() => import('./SurveyPage.tsx'), 'SurveyPage'),
  }),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/survey/answer',
    component: lazyRouteComponent(() => import('./AnswerPage.tsx'), 'AnswerPage'),
  }),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/survey/open/$waveId',
    component: lazyRouteComponent(() => import('./OpenAnswer.tsx'), 'OpenAnswer'),
  }),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/survey/waves/$waveId/draw',
    component: lazyRouteComponent(() => import('./DoorDraw.tsx'), 'DoorDraw'),
  }),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/survey/field',
    beforeLoad: needs('insight.survey.enter'),
    component: lazyRouteComponent(() => import('./Interview.tsx'), 'Interview'),
  }),
] as const
