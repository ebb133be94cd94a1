import type { Permission } from '@ronghe/contract/posts.ts'
import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { needs } from '../../platform/session/session.tsx'
import { deskRoot } from '../../shell/desk-root.ts'

const at = (path: string, permission: Permission, component: RouteComponent) =>
  createRoute({ getParentRoute: () => deskRoot, path, beforeLoad: needs(permission), component })

/** The same work at the desk, under the same addresses, and the coordinator's register and teams. */
export const coreDeskRoutes = [
  at(
    '/volunteers/work',
    'volunteers.lead',
    lazyRouteComponent(() => import('./activities/Work.tsx'), 'Work'),
  ),
  at(
    '/volunteers/work/new',
    'volunteers.lead',
    lazyRouteComponent(() => import('./activities/PlanActivity.tsx'), 'PlanActivity'),
  ),
  at(
    '/volunteers/work/$activityId',
    'volunteers.lead',
    lazyRouteComponent(() => import('./activities/WorkActivity.tsx'), 'WorkActivity'),
  ),
  at(
    '/volunteers/work/$activityId/change',
    'volunteers.lead',
    lazyRouteComponent(() => import('./activities/PlanActivity.tsx'), 'ChangeActivity'),
  ),
  at(
    '/volunteers/shifts/$shiftId/list',
    'volunteers.lead',
    lazyRouteComponent(() => import('./shifts/Attendees.tsx'), 'Attendees'),
  ),
  at(
    '/volunteers/shifts/$shiftId/code',
    'volunteers.lead',
    lazyRouteComponent(() => import('./shifts/ShowCode.tsx'), 'ShowCode'),
  ),
  at(
    '/volunteers/teams',
    'volunteers.coordinate',
    lazyRouteComponent(() => import('./teams/TeamsDesk.tsx'), 'TeamsDesk'),
  ),
  at(
    '/volunteers/teams/$teamId/members',
    'volunteers.lead',
    lazyRouteComponent(() => import('./teams/Members.tsx'), 'Members'),
  ),
  at(
    '/volunteers/people',
    'volunteers.coordinate',
    lazyRouteComponent(() => import('./teams/Register.tsx'), 'Register'),
  ),
]
