import { cityRoutes } from './city/resident-routes.ts'
import { pathModelRoutes } from './path-model/resident-routes.ts'

/** The screens of insight for residents. */
export const insightRoutes = [...cityRoutes, ...pathModelRoutes] as const
