import type { App } from '../../platform/http/implement.ts'
import { counterRoutes } from './counter.routes.ts'
import { equityRoutes } from './equity.routes.ts'
import { hazardsRoutes } from './hazards.routes.ts'
import { mediationRoutes } from './mediation.routes.ts'
import { ratingsRoutes } from './ratings.routes.ts'

/** The counter and what follows a visit. */
export function visitRoutes(app: App): void {
  for (const routes of [counterRoutes, ratingsRoutes, equityRoutes, mediationRoutes, hazardsRoutes]) routes(app)
}
