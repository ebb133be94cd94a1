import { createRoute, lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const open = (path: string, component: RouteComponent) => createRoute({ getParentRoute: () => residentRoot, path, component })

export const frameworkRoutes = [
  open(
    '/insight',
    lazyRouteComponent(() => import('./FrameworkPage.tsx'), 'FrameworkPage'),
  ),
  open(
    '/insight/indicators/$key',
    lazyRouteComponent(() => import('../indicators/IndicatorPage.tsx'), 'IndicatorPage'),
  ),
  open(
    '/insight/dictionary',
    lazyRouteComponent(() => import('../indicators/Dictionary.tsx'), 'Dictionary'),
  ),
]
