import type { App } from '../../platform/http/implement.ts'
import { cityRoutes } from './city/city.routes.ts'
import { indicatorRoutes } from './indicators/indicators.routes.ts'

/** Everything insight can be asked. */
export function insightRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [indicatorRoutes, cityRoutes]
  for (const routes of nouns) routes(app)
}
