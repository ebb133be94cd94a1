import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })

export const ballotRoutes = [
  open(
    '/council/$councilId/ballots',
    lazyRouteComponent(() => import('./BallotList.tsx'), 'BallotList'),
  ),
  open(
    '/council/$councilId/ballots/$ballotId',
    lazyRouteComponent(() => import('./BallotPage.tsx'), 'BallotPage'),
  ),
  open(
    '/council/$councilId/ballots/$ballotId/boxes/$boxId',
    lazyRouteComponent(() => import('./BoxPage.tsx'), 'BoxPage'),
  ),
  // Whoever has a slip may vote; the page asks for nothing else.
  open(
    '/council/$councilId/ballots/$ballotId/vote/$boxId',
    lazyRouteComponent(() => import('./VotePage.tsx'), 'VotePage'),
  ),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/council/$councilId/ballots/$ballotId/trustee',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./TrusteePage.tsx'), 'TrusteePage'),
  }),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/council/$councilId/ballots/$ballotId/count/$boxId',
    beforeLoad: needs('council.sit'),
    component: lazyRouteComponent(() => import('./CountPapers.tsx'), 'CountPapers'),
  }),
]
