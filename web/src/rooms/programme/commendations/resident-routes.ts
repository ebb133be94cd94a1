import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const at = { getParentRoute: () => residentRoot } as const

/** The yearly commendation: public to read, one's own to nominate and to answer. */
export const commendationRoutes = [
  createRoute({ ...at, path: '/commendations', component: lazyRouteComponent(() => import('./Commendations.tsx'), 'Commendations') }),
  createRoute({
    ...at,
    path: '/commendations/$roundId',
    component: lazyRouteComponent(() => import('./CommendationPage.tsx'), 'CommendationPage'),
  }),
  createRoute({
    ...at,
    path: '/commendations/$roundId/nominate',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./Nominate.tsx'), 'Nominate'),
  }),
  createRoute({
    ...at,
    path: '/me/commendations',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./MyCommendations.tsx'), 'MyCommendations'),
  }),
]
