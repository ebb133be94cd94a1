import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { needs } from '../../../platform/session/session.tsx'
import { deskRoot } from '../../../shell/desk-root.ts'

const at = { getParentRoute: () => deskRoot } as const

const find = createRoute({
  ...at,
  path: '/people',
  beforeLoad: needs('people.find'),
  component: lazyRouteComponent(() => import('./find/FindResident.tsx'), 'FindResident'),
})
const register = createRoute({
  ...at,
  path: '/people/register',
  beforeLoad: needs('people.register'),
  component: lazyRouteComponent(() => import('./find/RegisterResident.tsx'), 'RegisterResident'),
})
const resident = createRoute({
  ...at,
  path: '/people/$personId',
  beforeLoad: needs('people.find'),
  component: lazyRouteComponent(() => import('./find/Resident.tsx'), 'Resident'),
})
const numberChanges = createRoute({
  ...at,
  path: '/number-changes',
  beforeLoad: needs('people.change-number'),
  component: lazyRouteComponent(() => import('./find/NumberChanges.tsx'), 'NumberChanges'),
})
const rechecks = createRoute({
  ...at,
  path: '/rechecks',
  beforeLoad: needs('people.confirm'),
  component: lazyRouteComponent(() => import('./find/Rechecks.tsx'), 'Rechecks'),
})

const requestStart = createRoute({
  ...at,
  path: '/data-requests',
  beforeLoad: () => {
    throw redirect({ to: '/data-requests/$view' as string, params: { view: 'open' } as never })
  },
})
const requests = createRoute({
  ...at,
  path: '/data-requests/$view',
  beforeLoad: needs('people.data-requests'),
  component: lazyRouteComponent(() => import('./requests/DataRequests.tsx'), 'DataRequests'),
})
const request = createRoute({
  getParentRoute: () => requests,
  path: '$requestId',
  component: lazyRouteComponent(() => import('./requests/DataRequest.tsx'), 'DataRequest'),
})

const security = createRoute({
  ...at,
  path: '/security',
  beforeLoad: needs('security.manage'),
  component: lazyRouteComponent(() => import('./watch/Security.tsx'), 'Security'),
})
const audit = createRoute({
  ...at,
  path: '/audit',
  beforeLoad: needs('audit.read'),
  component: lazyRouteComponent(() => import('./watch/Audit.tsx'), 'Audit'),
})

export const peopleDeskRoutes = [
  find,
  register,
  resident,
  numberChanges,
  rechecks,
  requestStart,
  requests.addChildren([request]),
  security,
  audit,
]
