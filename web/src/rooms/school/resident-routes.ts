import { courseRoutes } from './courses/resident-routes.ts'

/** The screens of the school for residents. */
export const schoolRoutes = [...courseRoutes] as const
