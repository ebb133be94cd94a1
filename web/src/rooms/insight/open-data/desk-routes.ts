import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

export const openDataDeskRoutes = [
  createRoute({
    getParentRoute: () => deskRoot,
    path: '/insight/open-data',
    beforeLoad: needs('insight.open-data.release'),
    component: lazyRouteComponent(() => import('./Release.tsx'), 'Release'),
  }),
] as const
