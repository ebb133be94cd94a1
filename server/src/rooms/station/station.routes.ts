import type { App } from '../../platform/http/implement.ts'
import { caseStepsRoutes, casesRoutes } from './cases.routes.ts'
import { dailyPackRoutes } from './daily-pack.routes.ts'
import { documentsRoutes } from './documents.routes.ts'
import { draftsRoutes } from './drafts.routes.ts'
import { sheetsRoutes } from './imports.routes.ts'
import { servicesRoutes } from './services.routes.ts'

/** The station's catalogue, forms and cases. */
export function stationRoutes(app: App): void {
  for (const routes of [servicesRoutes, draftsRoutes, casesRoutes, caseStepsRoutes, documentsRoutes, dailyPackRoutes, sheetsRoutes])
    routes(app)
}
