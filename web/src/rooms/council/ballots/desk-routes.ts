import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

export const ballotDeskRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/ballots',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./DeskBallots.tsx'), 'DeskBallots'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/$councilId/ballots/new',
    beforeLoad: needs('council.clerk'),
    component: lazyRouteComponent(() => import('./DeskBallots.tsx'), 'NewBallot'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/$councilId/ballots/$ballotId',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./DeskBallot.tsx'), 'DeskBallot'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/$councilId/ballots/$ballotId/boxes/$boxId',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./BoxPage.tsx'), 'BoxPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/$councilId/ballots/$ballotId/credentials',
    beforeLoad: needs('council.credentials'),
    component: lazyRouteComponent(() => import('./DeskCredentials.tsx'), 'DeskCredentials'),
  }),
]
