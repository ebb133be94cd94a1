import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const beforeLoad = needs('insight.survey.manage')

/** The survey at the desk of whoever runs it. */
export const surveyDeskRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/survey',
    beforeLoad,
    component: lazyRouteComponent(() => import('./Waves.tsx'), 'Waves'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/survey/plan',
    beforeLoad,
    component: lazyRouteComponent(() => import('./PlanWave.tsx'), 'PlanWave'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/survey/questionnaires',
    beforeLoad,
    component: lazyRouteComponent(() => import('./Questionnaires.tsx'), 'Questionnaires'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/survey/paper',
    beforeLoad: needs('insight.survey.enter'),
    component: lazyRouteComponent(() => import('./PaperEntry.tsx'), 'PaperEntry'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/survey/waves/$waveId',
    beforeLoad,
    component: lazyRouteComponent(() => import('./WaveDesk.tsx'), 'WaveDesk'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/survey/waves/$waveId/letters',
    beforeLoad,
    component: lazyRouteComponent(() => import('./Letters.tsx'), 'Letters'),
  }),
] as const
