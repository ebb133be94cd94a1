import type { App } from '../../platform/http/implement.ts'
import { cityRoutes } from './city/city.routes.ts'
import { flowsRoutes } from './flows/flows.routes.ts'
import { frameworkRoutes } from './framework/framework.routes.ts'
import { indicatorRoutes } from './indicators/indicators.routes.ts'
import { openDataRoutes } from './open-data/open-data.routes.ts'
import { surveyResultRoutes } from './survey/results.routes.ts'
import { pathModelRoutes } from './path-model/path-model.routes.ts'
import { surveyRoutes } from './survey/survey.routes.ts'
import { tiesRoutes } from './ties/ties.routes.ts'

/** Everything insight can be asked. */
export function insightRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [
    frameworkRoutes,
    indicatorRoutes,
    cityRoutes,
    tiesRoutes,
    flowsRoutes,
    surveyRoutes,
    pathModelRoutes,
    surveyResultRoutes,
    openDataRoutes,
  ]
  for (const routes of nouns) routes(app)
}
