import * as activities from '@ronghe/contract/volunteers/activities.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { cancelActivity, changeActivity, declineProposal, openActivity, planActivity, propose, takeUp } from './activity-planning.ts'
import { myProposals, openActivities, readActivity, work } from './activities.ts'
import { addShiftsTo, cancelShift, changeShiftTo } from './shifts.ts'
import { beginnings } from './beginnings.ts'

export function activityRoutes(app: App): void {
  implement(app, activities.listActivities, ({ deed, query }) => openActivities(deed, query))
  implement(app, activities.readActivity, ({ deed, params }) => readActivity(deed, params.activityId))
  implement(app, activities.readBeginnings, ({ deed }) => beginnings(deed))
  implement(app, activities.proposeActivity, ({ deed, body, person }) => propose(deed, person().personId, body))
  implement(app, activities.listMyProposals, ({ deed, person }) => myProposals(deed, person().personId))
  implement(app, activities.listWork, ({ deed, query }) => work(deed, query))
  implement(app, activities.planActivity, ({ deed, body }) => planActivity(deed, body))
  implement(app, activities.changeActivity, ({ deed, params, body }) => changeActivity(deed, params.activityId, body))
  implement(app, activities.takeUpProposal, ({ deed, params, body }) => takeUp(deed, params.activityId, body.teamId))
  implement(app, activities.declineProposal, ({ deed, params, body }) => declineProposal(deed, params.activityId, body.reason))
  implement(app, activities.openActivity, ({ deed, params }) => openActivity(deed, params.activityId))
  implement(app, activities.cancelActivity, ({ deed, params, body }) => cancelActivity(deed, params.activityId, body.reason))
  implement(app, activities.addShifts, ({ deed, params, body }) => addShiftsTo(deed, params.activityId, body))
  implement(app, activities.changeShift, ({ deed, params, body }) => changeShiftTo(deed, params.shiftId, body))
  implement(app, activities.cancelShift, ({ deed, params, body }) => cancelShift(deed, params.shiftId, body.reason))
}
