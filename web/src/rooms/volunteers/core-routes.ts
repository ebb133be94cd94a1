import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs, needsPerson } from '../../platform/session/session.tsx'
import { residentRoot } from '../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })
const own = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needsPerson, component })
const leading = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => residentRoot, path, beforeLoad: needs('volunteers.lead'), component })

/** What is on, shifts, teams, one's own page, and what a leader has on the phone. */
export const coreRoutes = [
  open(
    '/volunteers',
    lazyRouteComponent(() => import('./activities/Volunteers.tsx'), 'Volunteers'),
  ),
  open(
    '/volunteers/activities/$activityId',
    lazyRouteComponent(() => import('./activities/ActivityPage.tsx'), 'ActivityPage'),
  ),
  own(
    '/volunteers/propose',
    lazyRouteComponent(() => import('./activities/Propose.tsx'), 'Propose'),
  ),
  open(
    '/volunteers/shifts/$shiftId',
    lazyRouteComponent(() => import('./shifts/ShiftPage.tsx'), 'ShiftPage'),
  ),
  own(
    '/volunteers/shifts/$shiftId/check-in',
    lazyRouteComponent(() => import('./shifts/CheckIn.tsx'), 'CheckIn'),
  ),
  leading(
    '/volunteers/shifts/$shiftId/code',
    lazyRouteComponent(() => import('./shifts/ShowCode.tsx'), 'ShowCode'),
  ),
  leading(
    '/volunteers/shifts/$shiftId/list',
    lazyRouteComponent(() => import('./shifts/Attendees.tsx'), 'Attendees'),
  ),
  leading(
    '/volunteers/work',
    lazyRouteComponent(() => import('./activities/Work.tsx'), 'Work'),
  ),
  leading(
    '/volunteers/work/new',
    lazyRouteComponent(() => import('./activities/PlanActivity.tsx'), 'PlanActivity'),
  ),
  leading(
    '/volunteers/work/$activityId',
    lazyRouteComponent(() => import('./activities/WorkActivity.tsx'), 'WorkActivity'),
  ),
  leading(
    '/volunteers/work/$activityId/change',
    lazyRouteComponent(() => import('./activities/PlanActivity.tsx'), 'ChangeActivity'),
  ),
  open(
    '/volunteers/teams',
    lazyRouteComponent(() => import('./teams/Teams.tsx'), 'Teams'),
  ),
  open(
    '/volunteers/teams/$teamId',
    lazyRouteComponent(() => import('./teams/Teams.tsx'), 'TeamPage'),
  ),
  leading(
    '/volunteers/teams/$teamId/members',
    lazyRouteComponent(() => import('./teams/Members.tsx'), 'Members'),
  ),
  own(
    '/volunteers/me',
    lazyRouteComponent(() => import('./teams/MyVolunteering.tsx'), 'MyVolunteering'),
  ),
  open(
    '/volunteers/guardian',
    lazyRouteComponent(() => import('./teams/GuardianSheet.tsx'), 'GuardianSheet'),
  ),
]
