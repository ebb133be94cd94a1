import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { hallRoot } from '../../../shell/hall-root.ts'

export const seatHallRoutes = [
  createRoute({
    getParentRoute: () => hallRoot,
    path: '/council/draws/$drawId',
    component: lazyRouteComponent(() => import('./DrawHall.tsx'), 'DrawHall'),
  }),
]
