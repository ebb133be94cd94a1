import { surveyResultRoutes } from './survey-results/resident-routes.ts'
import { openDataRoutes } from './open-data/resident-routes.ts'
import { surveyRoutes } from './survey/survey-routes.ts'
import { frameworkRoutes } from './framework/resident-routes.ts'
import { flowsRoutes } from './flows/resident-routes.ts'
import { tiesRoutes } from './ties/resident-routes.ts'
import { cityRoutes } from './city/resident-routes.ts'
import { pathModelRoutes } from './path-model/resident-routes.ts'

/** The screens of insight for residents. */
export const insightRoutes = [
  ...frameworkRoutes,
  ...cityRoutes,
  ...pathModelRoutes,
  ...tiesRoutes,
  ...flowsRoutes,
  ...surveyRoutes,
  ...surveyResultRoutes,
  ...openDataRoutes,
] as const
