import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

/** Visits, merged concerns, resolutions: what lies under a motion and what comes after it. */
export const groundRoutes = [
  own(
    '/council/$councilId/visits',
    lazyRouteComponent(() => import('./visits/Visits.tsx'), 'Visits'),
  ),
  own(
    '/council/$councilId/visits/new',
    lazyRouteComponent(() => import('./visits/VisitForm.tsx'), 'NewVisit'),
  ),
  open(
    '/council/$councilId/visits/plan',
    lazyRouteComponent(() => import('./visits/VisitPlan.tsx'), 'VisitPlan'),
  ),
  own(
    '/council/$councilId/visits/$visitId',
    lazyRouteComponent(() => import('./visits/VisitPage.tsx'), 'VisitPage'),
  ),
  open(
    '/council/my-words',
    lazyRouteComponent(() => import('./visits/VisitWordsByCode.tsx'), 'VisitWordsByCode'),
  ),
  open(
    '/council/$councilId/merged',
    lazyRouteComponent(() => import('./concerns/MergedList.tsx'), 'MergedList'),
  ),
  open(
    '/council/merged/$mergedId',
    lazyRouteComponent(() => import('./concerns/MergedPage.tsx'), 'MergedPage'),
  ),
  own(
    '/council/mine',
    lazyRouteComponent(() => import('./concerns/MyCouncil.tsx'), 'MyCouncil'),
  ),
  open(
    '/council/by-code',
    lazyRouteComponent(() => import('./concerns/CouncilByCode.tsx'), 'CouncilByCode'),
  ),
  open(
    '/council/$councilId/resolutions',
    lazyRouteComponent(() => import('./resolutions/Resolutions.tsx'), 'Resolutions'),
  ),
  open(
    '/council/$councilId/overdue',
    lazyRouteComponent(() => import('./resolutions/OverdueList.tsx'), 'OverdueList'),
  ),
  open(
    '/council/resolutions/$resolutionId',
    lazyRouteComponent(() => import('./resolutions/ResolutionPage.tsx'), 'ResolutionPage'),
  ),
]
