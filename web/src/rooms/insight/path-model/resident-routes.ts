import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

export const pathModelRoutes = [
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/insight/path-model',
    component: lazyRouteComponent(() => import('./PathModelPage.tsx'), 'PathModelPage'),
  }),
  createRoute({
    getParentRoute: () => residentRoot,
    path: '/city/path-model',
    component: lazyRouteComponent(() => import('./CityPathModelPage.tsx'), 'CityPathModelPage'),
  }),
]
