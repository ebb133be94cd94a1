import type { App } from '../../platform/http/implement.ts'
import { houseRoutes } from './house.routes.ts'

/** Everything the branch's room answers. */
export function branchRoutes(app: App): void {
  houseRoutes(app)
}
