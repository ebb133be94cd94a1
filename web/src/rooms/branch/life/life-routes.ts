import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'
import { branchIsRun } from '../branch-is-run.ts'

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

/** The life of a branch: what members see of it, what anybody may give it, and the work of its office-holders. */
export const lifeRoutes = [
  own(
    '/branch/my/year',
    lazyRouteComponent(() => import('./MyYear.tsx'), 'MyYear'),
  ),
  own(
    '/branch/my/dates/$branchId/$occasionId',
    lazyRouteComponent(() => import('./DatePage.tsx'), 'DatePage'),
  ),
  own(
    '/branch/my/window',
    lazyRouteComponent(() => import('./MyWindow.tsx'), 'MyWindow'),
  ),
  own(
    '/branch/my/honours',
    lazyRouteComponent(() => import('../liaison/MyHonours.tsx'), 'MyHonours'),
  ),
  own(
    '/branch/carry',
    lazyRouteComponent(() => import('../liaison/Carry.tsx'), 'Carry'),
  ),
  own(
    '/branch/application',
    lazyRouteComponent(() => import('../liaison/MyApplication.tsx'), 'MyApplication'),
  ),
  own(
    '/branch/application/receipt',
    lazyRouteComponent(() => import('../liaison/HandOverSheet.tsx'), 'MyHandOverSheet'),
  ),
  own(
    '/branch/office/$branchId/year',
    lazyRouteComponent(() => import('./OfficeYear.tsx'), 'OfficeYear'),
  ),
  own(
    '/branch/office/$branchId/dates/$occasionId',
    lazyRouteComponent(() => import('./OfficeDate.tsx'), 'OfficeDate'),
  ),
  own(
    '/branch/office/$branchId/dates/$occasionId/sheet',
    lazyRouteComponent(() => import('./SheetPaper.tsx'), 'SheetPaper'),
  ),
  own(
    '/branch/office/$branchId/plans',
    lazyRouteComponent(() => import('./Plans.tsx'), 'Plans'),
  ),
  own(
    '/branch/office/$branchId/window',
    lazyRouteComponent(() => import('./WindowPlan.tsx'), 'WindowPlan'),
  ),
  own(
    '/branch/office/$branchId/figures',
    lazyRouteComponent(() => import('./BranchFigures.tsx'), 'BranchFigures'),
  ),
  own(
    '/branch/office/$branchId/applications',
    lazyRouteComponent(() => import('../liaison/OfficeApplications.tsx'), 'OfficeApplications'),
  ),
  own(
    '/branch/office/$branchId/applications/$applicationId/receipt',
    lazyRouteComponent(() => import('../liaison/HandOverSheet.tsx'), 'HandOverSheet'),
  ),
  own(
    '/branch/office/$branchId/concerns',
    lazyRouteComponent(() => import('../liaison/OfficeConcerns.tsx'), 'OfficeConcerns'),
  ),
  own(
    '/branch/office/$branchId/notices',
    lazyRouteComponent(() => import('../liaison/OfficeNotices.tsx'), 'OfficeNotices'),
  ),
  own(
    '/branch/office/$branchId/honours',
    lazyRouteComponent(() => import('../liaison/OfficeHonours.tsx'), 'OfficeHonours'),
  ),
]
