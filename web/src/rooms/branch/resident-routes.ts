import { houseRoutes } from './house/branch-routes.ts'

/** The screens of the branch for residents. */
export const branchRoutes = [...houseRoutes] as const
