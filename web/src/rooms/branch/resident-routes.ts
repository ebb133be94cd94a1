import { houseRoutes } from './house/branch-routes.ts'
import { lifeRoutes } from './life/life-routes.ts'

/** The screens of the branch for residents. */
export const branchRoutes = [...houseRoutes, ...lifeRoutes] as const
