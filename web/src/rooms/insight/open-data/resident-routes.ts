import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

export const openDataRoutes = [
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/insight/open-data',
    component: lazyRouteComponent(() => import('./OpenData.tsx'), 'OpenData'),
  }),
] as const
