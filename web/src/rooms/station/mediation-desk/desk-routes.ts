import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const mediates = needs('station.mediation.mediate')

const assign = createRoute({
  getParentRoute: () => deskRoot,
  path: '/mediation',
  beforeLoad: needs('station.mediation.assign'),
  component: lazyRouteComponent(() => import('./Assign.tsx'), 'Assign'),
})
const mine = createRoute({
  getParentRoute: () => deskRoot,
  path: '/mediations',
  beforeLoad: mediates,
  component: lazyRouteComponent(() => import('./MyMediations.tsx'), 'MyMediations'),
})
const one = createRoute({
  getParentRoute: () => mine,
  path: '$disputeId',
  component: lazyRouteComponent(() => import('./OneMediation.tsx'), 'OneMediation'),
})
const sheet = createRoute({
  getParentRoute: () => deskRoot,
  path: '/mediations/$disputeId/agreement',
  beforeLoad: mediates,
  component: lazyRouteComponent(() => import('./AgreementSheet.tsx'), 'AgreementSheet'),
})

export const mediationDeskRoutes = [assign, mine.addChildren([one]), sheet]
