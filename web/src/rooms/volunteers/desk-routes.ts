import { coreDeskRoutes } from './core-desk-routes.ts'
import { hoursDeskRoutes } from './hours/desk-routes.ts'
import { careDeskRoutes } from './care/desk-routes.ts'
/** The screens of the volunteers at the desk. */
export const volunteersDeskRoutes = [...coreDeskRoutes, ...careDeskRoutes, ...hoursDeskRoutes]
