import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needsPerson } from '../../../platform/session/session.tsx'
import { residentRoot } from '../../../shell/resident-root.ts'

const at = { getParentRoute: () => residentRoot } as const

/** Hours: one's own, others' to confirm, the proof, and the monthly check that anybody can follow. */
export const hoursRoutes = [
  createRoute({
    ...at,
    path: '/volunteers/hours',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./MyHours.tsx'), 'MyHours'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/hours/confirm',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./ConfirmHours.tsx'), 'ConfirmHours'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/hours/proof',
    beforeLoad: needsPerson,
    component: lazyRouteComponent(() => import('./GetProof.tsx'), 'GetProof'),
  }),
  createRoute({ ...at, path: '/volunteers/hours-checks', component: lazyRouteComponent(() => import('./Audits.tsx'), 'Audits') }),
  createRoute({
    ...at,
    path: '/volunteers/giving',
    component: lazyRouteComponent(() => import('../giving/GivingPage.tsx'), 'GivingPage'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/thanks/$teamId',
    component: lazyRouteComponent(() => import('../giving/ThanksPage.tsx'), 'ThanksPage'),
  }),
]
