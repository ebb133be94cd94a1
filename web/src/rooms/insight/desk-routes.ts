import { surveyResultDeskRoutes } from './survey-results/desk-routes.ts'
import { openDataDeskRoutes } from './open-data/desk-routes.ts'
import { surveyDeskRoutes } from './survey/survey-desk-routes.ts'
import { frameworkDeskRoutes } from './framework/desk-routes.ts'

/** The screens of insight at the desk. */
export const insightDeskRoutes = [...frameworkDeskRoutes, ...surveyDeskRoutes, ...surveyResultDeskRoutes, ...openDataDeskRoutes] as const
