import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

export const floorRoutes = [
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/council/meetings/$meetingId/floor',
    component: lazyRouteComponent(() => import('./FloorPage.tsx'), 'FloorPage'),
  }),
]
