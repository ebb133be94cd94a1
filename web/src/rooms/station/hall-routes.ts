import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { hallRoot } from '../../shell/hall-root.ts'

const windows = createRoute({
  getParentRoute: () => hallRoot,
  path: '/windows',
  component: lazyRouteComponent(() => import('./counter/HallWindows.tsx'), 'HallWindows'),
})

export const stationHallRoutes = [windows]
