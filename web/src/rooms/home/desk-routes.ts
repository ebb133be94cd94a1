import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../platform/session/session.tsx'
import { deskRoot } from '../../shell/desk-root.ts'

const deskHome = createRoute({
  getParentRoute: () => deskRoot,
  path: '/',
  beforeLoad: needsPerson,
  component: lazyRouteComponent(() => import('./DeskHome.tsx'), 'DeskHome'),
})

export const homeDeskRoutes = [deskHome]
