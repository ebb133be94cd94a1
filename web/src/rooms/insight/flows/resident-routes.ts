import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const flows = createRoute({
  getParentRoute: () => residentRoot,
  path: '/insight/flows',
  component: lazyRouteComponent(() => import('./FlowsPage.tsx'), 'FlowsPage'),
})

export const flowsRoutes = [flows] as const
