import * as patrol from '@ronghe/contract/volunteers/patrol.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { planRound, readBook, saveRoute, setArmband } from './patrol-book.ts'
import { complain, whoseArmband } from './patrol-complaints.ts'
import { confirmBriefing, myRounds, readRound, reportFinding, tick } from './patrol-rounds.ts'

export function patrolRoutes(app: App): void {
  implement(app, patrol.readPatrolBook, ({ deed, params }) => readBook(deed, params.teamId))
  implement(app, patrol.saveRoute, ({ deed, params, body }) => saveRoute(deed, params.teamId, body))
  implement(app, patrol.setArmband, ({ deed, params, body }) => setArmband(deed, params.teamId, body.number))
  implement(app, patrol.planRound, ({ deed, params, body }) => planRound(deed, params.shiftId, body.routeId))
  implement(app, patrol.listMyRounds, ({ deed, person }) => myRounds(deed, person().personId))
  implement(app, patrol.readRound, ({ deed, person, params }) => readRound(deed, person().personId, params.roundId))
  implement(app, patrol.readBriefing, ({ deed, person, params }) => confirmBriefing(deed, person().personId, params.roundId))
  implement(app, patrol.tickCheckpoint, ({ deed, person, params, body }) => tick(deed, person().personId, params.roundId, body))
  implement(app, patrol.reportFinding, ({ deed, person, params, body }) => reportFinding(deed, person().personId, params.roundId, body))
  implement(app, patrol.readArmband, ({ deed, params }) => whoseArmband(deed, params.number))
  implement(app, patrol.complainAboutPatrol, ({ deed, params, body }) => complain(deed, params.number, body.words))
}
