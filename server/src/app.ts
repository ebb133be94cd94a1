import { deliveryJobs } from './platform/notify/deliver.ts'
import type { Deed } from './platform/deed.ts'
import type { App } from './platform/http/implement.ts'
import { serveDescription } from './platform/http/openapi.ts'
import { newServer } from './platform/http/server.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { forgetPerson } from './rooms/people/erasing.ts'
import type { WorkOwner } from './platform/handover.ts'
import { branchJobs } from './rooms/branch/branch.jobs.ts'
import { branchKeeper } from './rooms/branch/branch.keeper.ts'
import { branchRoutes } from './rooms/branch/branch.routes.ts'
import { forgetAgain } from './rooms/branch/forgetting.ts'
import { councilJobs } from './rooms/council/council.jobs.ts'
import { councilKeeper } from './rooms/council/council.keeper.ts'
import { councilRoutes } from './rooms/council/council.routes.ts'
import { councilWork } from './rooms/council/council-work.ts'
import { insightJobs } from './rooms/insight/insight.jobs.ts'
import { insightRoutes } from './rooms/insight/insight.routes.ts'
import { schoolWork } from './rooms/school/school-work.ts'
import { schoolJobs } from './rooms/school/school.jobs.ts'
import { schoolKeeper } from './rooms/school/school.keeper.ts'
import { schoolRoutes } from './rooms/school/school.routes.ts'
import { volunteersWork } from './rooms/volunteers/volunteers-work.ts'
import { volunteersJobs } from './rooms/volunteers/volunteers.jobs.ts'
import { volunteersKeeper } from './rooms/volunteers/volunteers.keeper.ts'
import { volunteersRoutes } from './rooms/volunteers/volunteers.routes.ts'
import { eraseVisitWords } from './rooms/council/visit-words.ts'
import { eraseConcern } from './rooms/programme/concern-duties.ts'
import { programmeKeeper } from './rooms/programme/programme.keeper.ts'
import { programmeJobs } from './rooms/programme/programme.jobs.ts'
import { programmeRoutes, programmeWork } from './rooms/programme/programme.routes.ts'
import { peopleJobs } from './rooms/people/people.jobs.ts'
import { peopleRoutes } from './rooms/people/people.routes.ts'
import { caseWork } from './rooms/station/case-handover.ts'
import { stationJobs } from './rooms/station/station.jobs.ts'
import { stationKeeper } from './rooms/station/station.keeper.ts'
import { shiftTimes } from './rooms/station/model-shifts.ts'
import { stationRoutes } from './rooms/station/station.routes.ts'
import { visitWork } from './rooms/station/visits-handover.ts'
import { visitJobs } from './rooms/station/visits.jobs.ts'
import { visitsKeeper } from './rooms/station/visits.keeper.ts'
import { visitRoutes } from './rooms/station/visits.routes.ts'
import type { Keeper } from './platform/privacy/keeper.ts'
import type { Platform } from './platform/platform.ts'

/** Every room's work on posts: before a post ends, each of them is asked what is open (08, Handing over). */
const workOwners: readonly WorkOwner[] = [...programmeWork, caseWork, ...visitWork, ...councilWork, ...volunteersWork, ...schoolWork]

/** The one list of rooms. A room adds its operations; its jobs run in every street. */
const rooms: readonly ((app: App, keepers: readonly Keeper[]) => void)[] = [
  peopleRoutes,
  (app) => programmeRoutes(app, workOwners),
  stationRoutes,
  visitRoutes,
  councilRoutes,
  volunteersRoutes,
  schoolRoutes,
  (app) => branchRoutes(app, shiftTimes),
  insightRoutes,
]

/** What the rooms above people keep about a person, the topmost first; a room adds its keeper. */
export const keepers: readonly Keeper[] = [
  branchKeeper,
  schoolKeeper,
  volunteersKeeper,
  councilKeeper,
  visitsKeeper,
  stationKeeper,
  programmeKeeper,
]

export const jobs: readonly Job[] = [
  ...deliveryJobs,
  ...peopleJobs(keepers),
  ...programmeJobs(workOwners),
  ...stationJobs,
  ...visitJobs,
  ...councilJobs,
  ...volunteersJobs,
  ...schoolJobs,
  ...branchJobs,
  ...insightJobs,
]

/** How each subject of the table `erasure` is erased with all it left behind; `ronghe restore` does it again. */
export const erasers: Readonly<Record<string, (deed: Deed, subjectId: string) => Promise<void>>> = {
  person: (deed, personId) => forgetPerson(deed, personId, keepers),
  concern: eraseConcern,
  visitWords: eraseVisitWords,
  sealed: forgetAgain,
}

export async function newRonghe(platform: Platform): Promise<App> {
  const app = await newServer(platform)
  for (const room of rooms) room(app, keepers)
  serveDescription(app)
  return app
}
