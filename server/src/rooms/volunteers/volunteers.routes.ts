import type { App } from '../../platform/http/implement.ts'
import { activityRoutes } from './activities.routes.ts'
import { givingRoutes } from './giving/giving.routes.ts'
import { hoursRoutes } from './hours/hours.routes.ts'
import { careRoutes } from './care/care.routes.ts'
import { patrolRoutes } from './patrol/patrol.routes.ts'
import { profileRoutes } from './profile.routes.ts'
import { rosterRoutes } from './roster/rosters.routes.ts'
import { shiftRoutes } from './shifts.routes.ts'
import { teamRoutes } from './teams.routes.ts'

/** Everything the volunteers can be asked. */
export function volunteersRoutes(app: App): void {
  const nouns: readonly ((app: App) => void)[] = [
    teamRoutes,
    profileRoutes,
    activityRoutes,
    shiftRoutes,
    rosterRoutes,
    patrolRoutes,
    careRoutes,
    hoursRoutes,
    givingRoutes,
  ]
  for (const routes of nouns) routes(app)
}
