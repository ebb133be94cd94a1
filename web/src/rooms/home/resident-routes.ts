import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../shell/resident-root.ts'

const home = createRoute({
  getParentRoute: () => residentRoot,
  path: '/',
  component: lazyRouteComponent(() => import('./HomeScreen.tsx'), 'HomeScreen'),
})

export const homeRoutes = [home]
