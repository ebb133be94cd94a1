import type { App } from '../../platform/http/implement.ts'
import type { Keeper } from '../../platform/privacy/keeper.ts'
import { deskRoutes } from './desk.routes.ts'
import { leavingRoutes } from './leaving.routes.ts'
import { myDataRoutes } from './my-data.routes.ts'
import { passkeyRoutes } from './passkeys.routes.ts'
import { secondFactorRoutes } from './second-factor.routes.ts'
import { securityRoutes } from './security.routes.ts'
import { sessionRoutes } from './session.routes.ts'
import { sessionsRoutes } from './sessions.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'

/** Everything that can be asked of the people room. */
export function peopleRoutes(app: App, keepers: readonly Keeper[]): void {
  for (const routes of [sessionRoutes, sessionsRoutes, signInRoutes, secondFactorRoutes, deskRoutes, securityRoutes, passkeyRoutes])
    routes(app)
  myDataRoutes(app, keepers)
  leavingRoutes(app, keepers)
}
