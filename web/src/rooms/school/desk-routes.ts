import { courseDeskRoutes } from './courses/desk/desk-routes.ts'
import { learningDeskRoutes } from './learning-desk-routes.ts'

/** The screens of the school at the desk. */
export const schoolDeskRoutes = [...courseDeskRoutes, ...learningDeskRoutes] as const
