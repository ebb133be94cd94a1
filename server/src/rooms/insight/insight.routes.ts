import type { App } from '../../platform/http/implement.ts'
import { indicatorRoutes } from './indicators/indicators.routes.ts'

/** Everything insight can be asked. */
export function insightRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [indicatorRoutes]
  for (const routes of nouns) routes(app)
}
