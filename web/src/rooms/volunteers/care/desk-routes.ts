import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const at = { getParentRoute: () => deskRoot } as const

/** The desk of care visits, and the page of the one post that reads worries. */
export const careDeskRoutes = [
  createRoute({
    ...at,
    path: '/volunteers/care',
    beforeLoad: needs('volunteers.care'),
    component: lazyRouteComponent(() => import('./CareDesk.tsx'), 'CareDesk'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/worries',
    beforeLoad: needs('volunteers.protect'),
    component: lazyRouteComponent(() => import('./Worries.tsx'), 'Worries'),
  }),
]
