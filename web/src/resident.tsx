import { draftsNamed } from './platform/offline/draft.ts'
import { whenOnline } from './platform/offline/when-online.ts'
import { councilRoutes } from './rooms/council/resident-routes.ts'
import { branchRoutes } from './rooms/branch/resident-routes.ts'
import { insightRoutes } from './rooms/insight/resident-routes.ts'
import { homeRoutes } from './rooms/home/resident-routes.ts'
import { counterRoutes } from './rooms/station/counter/resident-routes.ts'
import { stationRoutes } from './rooms/station/resident-routes.ts'
import { peopleRoutes } from './rooms/people/resident-routes.ts'
import { programmeRoutes } from './rooms/programme/resident-routes.ts'
import { schoolRoutes } from './rooms/school/resident-routes.ts'
import { volunteersRoutes } from './rooms/volunteers/resident-routes.ts'
import { openDoor } from './shell/App.tsx'
import { registerWorker } from './shell/worker.ts'
import { residentRoot } from './shell/resident-root.ts'

/** The resident's door: every room that has screens for residents is listed here, once. */
openDoor(
  residentRoot.addChildren([
    ...homeRoutes,
    ...peopleRoutes,
    ...programmeRoutes,
    ...stationRoutes,
    ...counterRoutes,
    ...councilRoutes,
    ...volunteersRoutes,
    ...schoolRoutes,
    ...branchRoutes,
    ...insightRoutes,
  ]),
)
registerWorker()
// Photos and words of closed forms: the room's part is fetched only when there is such a form on this device.
whenOnline(async () => {
  if ((await draftsNamed('file:')).length > 0) await (await import('./rooms/station/send-waiting-drafts.ts')).sendWaitingDrafts()
})
