import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { hallRoot } from '../../../shell/hall-root.ts'

export const floorHallRoutes = [
  createRoute({
    getParentRoute: () => hallRoot,
    path: '/meeting/$meetingId',
    component: lazyRouteComponent(() => import('./Hall.tsx'), 'HallFloor'),
  }),
]
