import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })

export const motionRoutes = [
  open(
    '/council/$councilId/motions',
    lazyRouteComponent(() => import('./Motions.tsx'), 'Motions'),
  ),
  open(
    '/council/$councilId/motions/new',
    lazyRouteComponent(() => import('./WriteMotion.tsx'), 'WriteMotion'),
  ),
  own(
    '/council/$councilId/motions/new/$step',
    lazyRouteComponent(() => import('./WriteStep.tsx'), 'WriteStep'),
  ),
  own(
    '/council/my-motions',
    lazyRouteComponent(() => import('./Motions.tsx'), 'MyMotions'),
  ),
  open(
    '/council/motions/$motionId',
    lazyRouteComponent(() => import('./MotionPage.tsx'), 'MotionPage'),
  ),
  open(
    '/council/motions/$motionId/summary',
    lazyRouteComponent(() => import('./MotionSummary.tsx'), 'MotionSummary'),
  ),
  open(
    '/council/motions/$motionId/print',
    lazyRouteComponent(() => import('./MotionSheet.tsx'), 'MotionSheet'),
  ),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/council/motions/$motionId/amend',
    beforeLoad: needs('council.sit'),
    component: lazyRouteComponent(() => import('./Amend.tsx'), 'Amend'),
  }),
  open(
    '/council/meetings/$meetingId/agenda',
    lazyRouteComponent(() => import('./AgendaPage.tsx'), 'AgendaPage'),
  ),
  open(
    '/council/meetings/$meetingId/agenda/print',
    lazyRouteComponent(() => import('./AgendaPage.tsx'), 'AgendaSheet'),
  ),
]
