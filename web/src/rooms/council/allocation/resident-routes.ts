import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

/** Rounds of allocation: public to read, one's own to propose and vote. */
export const allocationRoutes = [
  open(
    '/council/allocation',
    lazyRouteComponent(() => import('./Rounds.tsx'), 'Rounds'),
  ),
  open(
    '/council/allocation/$roundId',
    lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
  ),
  open(
    '/council/allocation/$roundId/projects/$projectId',
    lazyRouteComponent(() => import('./ProjectPage.tsx'), 'ProjectPage'),
  ),
  own(
    '/council/allocation/$roundId/propose',
    lazyRouteComponent(() => import('./Propose.tsx'), 'Propose'),
  ),
  own(
    '/council/allocation/$roundId/vote',
    lazyRouteComponent(() => import('./Vote.tsx'), 'Vote'),
  ),
  open(
    '/council/allocation/$roundId/result',
    lazyRouteComponent(() => import('./ResultPage.tsx'), 'ResultPage'),
  ),
  own(
    '/council/allocation/$roundId/my-vote',
    lazyRouteComponent(() => import('./MyVote.tsx'), 'MyVote'),
  ),
  open(
    '/council/allocation/$roundId/recount',
    lazyRouteComponent(() => import('./Recount.tsx'), 'Recount'),
  ),
]
