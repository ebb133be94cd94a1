import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'
import { branchIsRun } from '../branch-is-run.ts'

const open = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, component, beforeLoad: branchIsRun })
const own = (path: string, component: RouteComponent) =>
  createRoute({
    getParentRoute: () => residentRoot,
    path,
    component,
    async beforeLoad(asked) {
      await branchIsRun(asked)
      await needsPerson(asked)
    },
  })

/** Branches as anybody may see them; one's own check-in; the work of whoever holds an office. There is no desk place: no post outside leads here. */
export const houseRoutes = [
  open(
    '/branch',
    lazyRouteComponent(() => import('./Branches.tsx'), 'Branches'),
  ),
  open(
    '/branch/at/$branchId',
    lazyRouteComponent(() => import('./Branches.tsx'), 'BranchPage'),
  ),
  open(
    '/branch/material',
    lazyRouteComponent(() => import('./Material.tsx'), 'Material'),
  ),
  own(
    '/branch/check-in',
    lazyRouteComponent(() => import('./CheckIn.tsx'), 'CheckInStart'),
  ),
  own(
    '/branch/check-in/$page',
    lazyRouteComponent(() => import('./CheckIn.tsx'), 'CheckIn'),
  ),
  own(
    '/branch/my',
    lazyRouteComponent(() => import('./MyCheckIn.tsx'), 'MyCheckInPage'),
  ),
  own(
    '/branch/my/receipt',
    lazyRouteComponent(() => import('./Receipt.tsx'), 'Receipt'),
  ),
  own(
    '/branch/my/letter',
    lazyRouteComponent(() => import('./Receipt.tsx'), 'Letter'),
  ),
  own(
    '/branch/office',
    lazyRouteComponent(() => import('./MyOffice.tsx'), 'MyOfficePage'),
  ),
  own(
    '/branch/office/$branchId',
    lazyRouteComponent(() => import('./Members.tsx'), 'Members'),
  ),
  own(
    '/branch/office/$branchId/paper',
    lazyRouteComponent(() => import('./PaperCheckIn.tsx'), 'PaperCheckIn'),
  ),
  own(
    '/branch/office/$branchId/words',
    lazyRouteComponent(() => import('./BranchWords.tsx'), 'BranchWords'),
  ),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/branch/office-code',
    component: lazyRouteComponent(() => import('./OfficeCode.tsx'), 'OfficeCode'),
    beforeLoad: needs('programme.organs.edit'),
  }),
]
