import { roundsRoutes } from './rounds-routes.ts'
/** The screens of the volunteers for residents. */
export const volunteersRoutes = [...roundsRoutes]
