import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { hallRoot } from '../../../shell/hall-root.ts'

export const meetingHallRoutes = [
  createRoute({
    getParentRoute: () => hallRoot,
    path: '/sign-in/$meetingId',
    component: lazyRouteComponent(() => import('./HallSignIn.tsx'), 'HallSignIn'),
  }),
]
