import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const equity = createRoute({
  getParentRoute: () => deskRoot,
  path: '/equity',
  beforeLoad: needs('station.equity.read'),
  component: lazyRouteComponent(() => import('./Equity.tsx'), 'Equity'),
})

export const equityDeskRoutes = [equity]
