import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { hallRoot } from '../../shell/hall-root.ts'

const hallHome = createRoute({
  getParentRoute: () => hallRoot,
  path: '/',
  component: lazyRouteComponent(() => import('./HallHome.tsx'), 'HallHome'),
})

export const homeHallRoutes = [hallHome]
