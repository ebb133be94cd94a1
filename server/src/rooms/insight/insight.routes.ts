import type { App } from '../../platform/http/implement.ts'
import { cityRoutes } from './city/city.routes.ts'
import { flowsRoutes } from './flows/flows.routes.ts'
import { indicatorRoutes } from './indicators/indicators.routes.ts'
import { surveyRoutes } from './survey/survey.routes.ts'
import { tiesRoutes } from './ties/ties.routes.ts'

/** Everything insight can be asked. */
export function insightRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [indicatorRoutes, cityRoutes, tiesRoutes, flowsRoutes, surveyRoutes]
  for (const routes of nouns) routes(app)
}
