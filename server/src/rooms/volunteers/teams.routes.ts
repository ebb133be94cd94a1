import * as teams from '@ronghe/contract/volunteers/teams.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import {
  changeTeam,
  closeTeam,
  enterMember,
  foundTeam,
  joinTeam,
  leaderPosts,
  leaveTeam,
  listMembers,
  listTeams,
  readTeam,
} from './teams.ts'

export function teamRoutes(app: App): void {
  implement(app, teams.listTeams, ({ deed, query }) => listTeams(deed, query.closed === 'yes'))
  implement(app, teams.readTeam, ({ deed, params }) => readTeam(deed, params.teamId))
  implement(app, teams.joinTeam, ({ deed, params, person }) => joinTeam(deed, params.teamId, person().personId))
  implement(app, teams.leaveTeam, ({ deed, params, person }) => leaveTeam(deed, params.teamId, person().personId))
  implement(app, teams.foundTeam, ({ deed, body }) => foundTeam(deed, body))
  implement(app, teams.changeTeam, ({ deed, params, body }) => changeTeam(deed, params.teamId, body))
  implement(app, teams.closeTeam, ({ deed, params }) => closeTeam(deed, params.teamId))
  implement(app, teams.listTeamMembers, ({ deed, params }) => listMembers(deed, params.teamId))
  implement(app, teams.enterMember, ({ deed, params, body }) => enterMember(deed, params.teamId, body))
  implement(app, teams.listLeaderPosts, ({ deed }) => leaderPosts(deed))
}
