import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })

/** The council's own page, its charter, its seats and how they are filled. */
export const seatRoutes = [
  open(
    '/council',
    lazyRouteComponent(() => import('./CouncilPage.tsx'), 'Councils'),
  ),
  open(
    '/council/$councilId',
    lazyRouteComponent(() => import('./CouncilPage.tsx'), 'CouncilPage'),
  ),
  open(
    '/council/$councilId/charter',
    lazyRouteComponent(() => import('../charter/CharterPage.tsx'), 'CharterPage'),
  ),
  open(
    '/council/$councilId/charter/versions',
    lazyRouteComponent(() => import('../charter/CharterVersions.tsx'), 'CharterVersions'),
  ),
  open(
    '/council/$councilId/charter/compare/$from/$to',
    lazyRouteComponent(() => import('../charter/CharterComparison.tsx'), 'CharterComparison'),
  ),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/council/$councilId/charter/change',
    beforeLoad: needs('council.sit'),
    component: lazyRouteComponent(() => import('../charter/CharterChange.tsx'), 'CharterChange'),
  }),
  open(
    '/council/$councilId/draws',
    lazyRouteComponent(() => import('./DrawPage.tsx'), 'Draws'),
  ),
  open(
    '/council/draws/$drawId',
    lazyRouteComponent(() => import('./DrawPage.tsx'), 'DrawPage'),
  ),
  open(
    '/council/$councilId/calls',
    lazyRouteComponent(() => import('./SeatCalls.tsx'), 'SeatCalls'),
  ),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/council/my-seat',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./MySeat.tsx'), 'MySeat'),
  }),
]
