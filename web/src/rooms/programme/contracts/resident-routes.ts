import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { residentRoot } from '../../../shell/resident-root.ts'

const at = { getParentRoute: () => residentRoot } as const

/** What the street pays for is public. */
export const contractRoutes = [
  createRoute({ ...at, path: '/contracts', component: lazyRouteComponent(() => import('./Contracts.tsx'), 'Contracts') }),
  createRoute({ ...at, path: '/contracts/$projectId', component: lazyRouteComponent(() => import('./ContractPage.tsx'), 'ContractPage') }),
]
