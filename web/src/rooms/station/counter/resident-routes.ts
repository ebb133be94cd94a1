import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const shifts = createRoute({
  getParentRoute: () => residentRoot,
  path: '/model-window',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./MyShifts.tsx'), 'MyShifts'),
})

export const counterRoutes = [shifts]
