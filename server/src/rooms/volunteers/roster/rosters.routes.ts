import * as rosters from '@ronghe/contract/volunteers/rosters.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { answerInvitation, myInvitations } from './invitations.ts'
import { proposeRoster, readRoster, sendInvitations } from './rosters.ts'

export function rosterRoutes(app: App): void {
  implement(app, rosters.proposeRoster, ({ deed, params, body }) => proposeRoster(deed, params.teamId, body.week))
  implement(app, rosters.readRoster, ({ deed, params, query }) => readRoster(deed, params.teamId, query.week))
  implement(app, rosters.sendInvitations, ({ deed, params, body }) => sendInvitations(deed, params.proposalId, body.lines))
  implement(app, rosters.listMyInvitations, ({ deed, person }) => myInvitations(deed, person().personId))
  implement(app, rosters.answerInvitation, ({ deed, person, params, body }) =>
    answerInvitation(deed, person().personId, params.lineId, body),
  )
}
