import * as contract from '@ronghe/contract/branch/occasions.ts'
import {
  deletePaperApplication,
  enterPaperApplication,
  handOverApplication,
  listApplications,
  noteBranchStep,
  noteMyStep,
  readMyApplication,
  removeMyStep,
  revealApplicant,
  startApplication,
  stopApplication,
} from '@ronghe/contract/branch/applications.ts'
import {
  answerAsk,
  askForShift,
  dropAsk,
  listMyAsks,
  notePaperAnswer,
  openNames,
  readWindowMonth,
} from '@ronghe/contract/branch/model-window.ts'
import { implementBranch } from '../../platform/branch/implement-branch.ts'
import type { App } from '../../platform/http/implement.ts'
import type { ShiftsBetween } from '../../platform/open-shifts.ts'
import * as applications from './application/applications.ts'
import * as covered from './application/branch-applications.ts'
import * as attendance from './life/attendance.ts'
import { ownFigures } from './life/figures.ts'
import * as occasions from './life/occasions.ts'
import * as plans from './life/plans.ts'
import * as asks from './window/window-asks.ts'

export function lifeRoutes(app: App, shiftsBetween: ShiftsBetween): void {
  implementBranch(app, contract.listPlans, ({ deed, params, query }) => plans.plansForOffice(deed, params.branchId, query.year))
  implementBranch(app, contract.addPlan, ({ deed, params, body }) => plans.planMore(deed, params.branchId, body))
  implementBranch(app, contract.changePlan, ({ deed, params, body }) => plans.replan(deed, params.branchId, params.planId, body))
  implementBranch(app, contract.endPlan, ({ deed, params }) => plans.planNoMore(deed, params.branchId, params.planId))
  implementBranch(app, contract.takeUsualPlans, ({ deed, params }) => plans.takeUsual(deed, params.branchId))
  implementBranch(app, contract.layOutYear, ({ deed, params, body }) => plans.layOut(deed, params.branchId, body))

  implementBranch(app, contract.listOccasions, ({ deed, params, query }) => occasions.listForOffice(deed, params.branchId, query.year))
  implementBranch(app, contract.readOccasion, ({ deed, params }) => occasions.readOne(deed, params.branchId, params.occasionId))
  implementBranch(app, contract.addOccasion, ({ deed, params, body }) => occasions.add(deed, params.branchId, body))
  implementBranch(app, contract.stepOccasion, ({ deed, params, body }) => occasions.step(deed, params.branchId, params.occasionId, body))
  implementBranch(app, contract.writeOccasionMinutes, ({ deed, params, body }) =>
    occasions.writeMinutes(deed, params.branchId, params.occasionId, body),
  )
  implementBranch(app, contract.listOpenOccasions, ({ deed, params }) => occasions.listOpen(deed, params.branchId))

  implementBranch(app, contract.openSheet, ({ deed, params }) => attendance.openSheetFor(deed, params.branchId, params.occasionId))
  implementBranch(app, contract.enterSheet, ({ deed, params, body }) =>
    attendance.enterPaperSheet(deed, params.branchId, params.occasionId, body),
  )
  implementBranch(app, contract.readMyBranchYear, ({ deed, query }) => attendance.myYear(deed, query.year))
  implementBranch(app, contract.sayIWasThere, ({ deed, params }) => attendance.come(deed, params.occasionId))
  implementBranch(app, contract.takeBackThere, ({ deed, params }) => attendance.takeBack(deed, params.occasionId))
  implementBranch(app, contract.readBranchFigures, ({ deed, params, query }) => ownFigures(deed, params.branchId, query.year))

  implementBranch(app, readWindowMonth, ({ deed, params, query }) => asks.readMonth(deed, shiftsBetween, params.branchId, query.month))
  implementBranch(app, askForShift, ({ deed, params, body }) => asks.ask(deed, shiftsBetween, params.branchId, body))
  implementBranch(app, dropAsk, ({ deed, params }) => asks.drop(deed, shiftsBetween, params.branchId, params.askId))
  implementBranch(app, notePaperAnswer, ({ deed, params, body }) =>
    asks.notePaper(deed, shiftsBetween, params.branchId, params.askId, body),
  )
  implementBranch(app, listMyAsks, ({ deed }) => asks.myAsks(deed))
  implementBranch(app, answerAsk, ({ deed, params, body }) => asks.answer(deed, params.askId, body))
  implementBranch(app, openNames, ({ deed, params }) => asks.namesFor(deed, params.branchId))

  implementBranch(app, readMyApplication, ({ deed }) => applications.mine(deed))
  implementBranch(app, startApplication, ({ deed, body }) => applications.start(deed, body))
  implementBranch(app, noteMyStep, ({ deed, params, body }) => applications.noteMine(deed, params.step, body.day))
  implementBranch(app, removeMyStep, ({ deed, params }) => applications.removeMine(deed, params.step))
  implementBranch(app, stopApplication, ({ deed }) => applications.stop(deed))
  implementBranch(app, listApplications, ({ deed, params }) => covered.list(deed, params.branchId))
  implementBranch(app, revealApplicant, ({ deed, params }) => covered.reveal(deed, params.branchId, params.applicationId))
  implementBranch(app, enterPaperApplication, ({ deed, params, body }) => covered.enterPaper(deed, params.branchId, body))
  implementBranch(app, noteBranchStep, ({ deed, params, body }) =>
    covered.noteStep(deed, params.branchId, params.applicationId, params.step, body.day),
  )
  implementBranch(app, handOverApplication, ({ deed, params, body }) => covered.handOver(deed, params.branchId, params.applicationId, body))
  implementBranch(app, deletePaperApplication, ({ deed, params }) => covered.deletePaper(deed, params.branchId, params.applicationId))
}
