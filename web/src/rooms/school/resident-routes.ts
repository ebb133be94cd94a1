import { courseRoutes } from './courses/resident-routes.ts'
import { learningRoutes } from './learning-routes.ts'

/** The screens of the school for residents. */
export const schoolRoutes = [...courseRoutes, ...learningRoutes] as const
