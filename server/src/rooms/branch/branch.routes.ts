import type { App } from '../../platform/http/implement.ts'
import type { ShiftsBetween } from '../../platform/open-shifts.ts'
import { houseRoutes } from './house.routes.ts'
import { liaisonRoutes } from './liaison.routes.ts'
import { lifeRoutes } from './life.routes.ts'

/** Everything the branch's room answers. Of the station's model window it is told the times of shifts, as anybody is. */
export function branchRoutes(app: App, shiftsBetween: ShiftsBetween): void {
  houseRoutes(app)
  lifeRoutes(app, shiftsBetween)
  liaisonRoutes(app)
}
