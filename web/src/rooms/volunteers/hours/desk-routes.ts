import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const at = { getParentRoute: () => deskRoot } as const

/** Paper lists, notes to read, and the monthly check. */
export const hoursDeskRoutes = [
  createRoute({
    ...at,
    path: '/volunteers/hours-paper',
    beforeLoad: needs('volunteers.coordinate'),
    component: lazyRouteComponent(() => import('./PaperDesk.tsx'), 'PaperShifts'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/hours-paper/$shiftId',
    beforeLoad: needs('volunteers.coordinate'),
    component: lazyRouteComponent(() => import('./PaperDesk.tsx'), 'PaperShift'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/thanks',
    beforeLoad: needs('volunteers.coordinate'),
    component: lazyRouteComponent(() => import('../giving/ThanksDesk.tsx'), 'ThanksDesk'),
  }),
  createRoute({
    ...at,
    path: '/volunteers/hours-audit',
    beforeLoad: needs('volunteers.audit'),
    component: lazyRouteComponent(() => import('./AuditDesk.tsx'), 'AuditDesk'),
  }),
]
