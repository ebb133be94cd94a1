import * as ballots from '@ronghe/contract/council/allocation-ballots.ts'
import * as projects from '@ronghe/contract/council/allocation-projects.ts'
import * as results from '@ronghe/contract/council/allocation-results.ts'
import * as rounds from '@ronghe/contract/council/allocation.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { castBallot, handOutPaper, hasReceipt, ownBallot } from './allocation-ballots.ts'
import { answerMerge, askMerge } from './allocation-merging.ts'
import { answerObjection, listObjections, object } from './allocation-objections.ts'
import { enterPaper, paperBox } from './allocation-papers.ts'
import { findSimilar, listProjects, readProject } from './allocation-project-pages.ts'
import { accountFor, appeal, correctCost, decideAppeal, decideFeasibility, propose, withdraw } from './allocation-projects.ts'
import { countByClerk, ownEffect, readResult, sendBallots } from './allocation-results.ts'
import { correct, settle } from './allocation-settlement.ts'
import { editRound, endRound, fixByClerk, listRoundLines, openCall, putToCouncil, readRound, setUpRound } from './allocation.ts'

export function allocationRoutes(app: App): void {
  implement(app, rounds.listRounds, ({ deed, query }) => listRoundLines(deed, query))
  implement(app, rounds.readRound, ({ deed, params }) => readRound(deed, params.roundId))
  implement(app, rounds.setUpRound, ({ deed, body: { councilId, ...plan } }) => setUpRound(deed, councilId, plan))
  implement(app, rounds.editRound, ({ deed, params, body }) => editRound(deed, params.roundId, body))
  implement(app, rounds.putToCouncil, ({ deed, params, body }) => putToCouncil(deed, params.roundId, body.motionId))
  implement(app, rounds.fixRoundRules, ({ deed, params }) => fixByClerk(deed, params.roundId))
  implement(app, rounds.openCall, ({ deed, params }) => openCall(deed, params.roundId))
  implement(app, rounds.settleResult, ({ deed, person, params, body }) => settle(deed, person(), params.roundId, body))
  implement(app, rounds.endRound, ({ deed, params, body }) => endRound(deed, params.roundId, body.evaluation))

  implement(app, projects.listProjects, ({ deed, params }) => listProjects(deed, params.roundId))
  implement(app, projects.findSimilarProjects, ({ deed, params, query }) => findSimilar(deed, params.roundId, query.words))
  implement(app, projects.readProject, ({ deed, params }) => readProject(deed, params.projectId))
  implement(app, projects.proposeProject, ({ deed, person, params, body }) => propose(deed, person(), params.roundId, body))
  implement(app, projects.withdrawProject, ({ deed, person, params }) => withdraw(deed, person(), params.projectId))
  implement(app, projects.askMerge, ({ deed, person, params, body }) => askMerge(deed, person(), params.projectId, body.intoId))
  implement(app, projects.answerMerge, ({ deed, person, params, body }) => answerMerge(deed, person(), params.mergingId, body.agreed))
  implement(app, projects.decideFeasibility, ({ deed, params, body }) => decideFeasibility(deed, params.projectId, body))
  implement(app, projects.correctCost, ({ deed, params, body }) => correctCost(deed, params.projectId, body.cents, body.reason))
  implement(app, projects.appealProject, ({ deed, person, params, body }) => appeal(deed, person(), params.projectId, body.words))
  implement(app, projects.decideAppeal, ({ deed, params, body }) => decideAppeal(deed, params.projectId, body.granted, body.reason))
  implement(app, projects.correctProject, ({ deed, params, body }) => correct(deed, params.projectId, body.reason))
  implement(app, projects.accountForProject, ({ deed, params, body }) => accountFor(deed, params.projectId, body.outcome, body.spentCents))

  implement(app, ballots.readOwnBallot, ({ deed, person, params }) => ownBallot(deed, person().personId, params.roundId))
  implement(app, ballots.castBallot, ({ deed, person, params, body }) => castBallot(deed, person().personId, params.roundId, body.choices))
  implement(app, ballots.checkReceipt, ({ deed, params, body }) => hasReceipt(deed, params.roundId, body.receipt))
  implement(app, ballots.handOutPaper, ({ deed, params, body }) => handOutPaper(deed, params.roundId, body.personId))
  implement(app, ballots.listPapers, ({ deed, person, params }) => paperBox(deed, person(), params.roundId))
  implement(app, ballots.enterPaper, ({ deed, person, params, body }) => enterPaper(deed, person(), params.roundId, params.sheet, body))

  implement(app, results.countRound, ({ deed, params }) => countByClerk(deed, params.roundId))
  implement(app, results.readResult, ({ deed, params, query }) => readResult(deed, params.roundId, query.count))
  implement(app, results.readOwnEffect, ({ deed, person, params }) => ownEffect(deed, person().personId, params.roundId))
  implement(app, results.downloadBallots, async ({ deed, params, query, response }) => {
    await sendBallots(deed, params.roundId, query.count, response)
    return sent
  })
  implement(app, projects.listObjections, ({ deed, params }) => listObjections(deed, params.roundId))
  implement(app, projects.objectToResult, ({ deed, person, params, body }) =>
    object(deed, person().personId, params.roundId, body.about, body.words),
  )
  implement(app, projects.answerObjection, ({ deed, params, body }) => answerObjection(deed, params.objectionId, body.words))
}
