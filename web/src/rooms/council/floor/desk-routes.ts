import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoot } from '../../../shell/desk-root.ts'
import { needsAny } from '../../programme/desk/needs-any.ts'

const council = needsAny('council.sit', 'council.clerk')

/** For the chair, for a deputy who presides, and for the clerk: what each may do there, the floor says. */
export const floorDeskRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/floor',
    beforeLoad: council,
    component: lazyRouteComponent(() => import('./ConsoleList.tsx'), 'ConsoleList'),
  }),
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/council/meetings/$meetingId/floor',
    beforeLoad: council,
    component: lazyRouteComponent(() => import('./Console.tsx'), 'Console'),
  }),
]
