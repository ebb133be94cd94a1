import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })
const delegate = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needs('council.sit'), component })

export const meetingRoutes = [
  open(
    '/council/$councilId/meetings',
    lazyRouteComponent(() => import('./Meetings.tsx'), 'Meetings'),
  ),
  open(
    '/council/$councilId/attendance',
    lazyRouteComponent(() => import('./AttendanceTable.tsx'), 'AttendanceRecord'),
  ),
  delegate(
    '/council/$councilId/my-times',
    lazyRouteComponent(() => import('./MyTimes.tsx'), 'MyTimes'),
  ),
  delegate(
    '/council/$councilId/induction',
    lazyRouteComponent(() => import('./Induction.tsx'), 'Induction'),
  ),
  delegate(
    '/council/$councilId/induction/$page',
    lazyRouteComponent(() => import('./Induction.tsx'), 'InductionPage'),
  ),
  open(
    '/council/meetings/$meetingId',
    lazyRouteComponent(() => import('./MeetingPage.tsx'), 'MeetingPage'),
  ),
  open(
    '/council/meetings/$meetingId/minutes',
    lazyRouteComponent(() => import('./MinutesPage.tsx'), 'MinutesPage'),
  ),
  delegate(
    '/council/meetings/$meetingId/sign-in',
    lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
  ),
  own(
    '/council/meetings/$meetingId/letter',
    lazyRouteComponent(() => import('./EmployerLetter.tsx'), 'EmployerLetter'),
  ),
]
