import { coreRoutes } from './core-routes.ts'
import { hoursRoutes } from './hours/resident-routes.ts'
import { roundsRoutes } from './rounds-routes.ts'
/** The screens of the volunteers for residents. */
export const volunteersRoutes = [...coreRoutes, ...roundsRoutes, ...hoursRoutes]
