import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const ties = createRoute({
  getParentRoute: () => residentRoot,
  path: '/insight/ties',
  component: lazyRouteComponent(() => import('./TiesPage.tsx'), 'TiesPage'),
})

export const tiesRoutes = [ties] as const
