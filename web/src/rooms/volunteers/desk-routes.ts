import { careDeskRoutes } from './care/desk-routes.ts'
/** The screens of the volunteers at the desk. */
export const volunteersDeskRoutes = [...careDeskRoutes]
