import * as contracts from '@ronghe/contract/programme/contracts.ts'
import type { ContractProject } from '@ronghe/contract/programme/contracts.ts'
import type { Deed } from '../../../platform/deed.ts'
import { implement, sent, type App } from '../../../platform/http/implement.ts'
import { evaluate, pay, settle } from './contract-money.ts'
import { addOfferFile, choose, handIn, sendOfferFile, withdraw } from './contract-offers.ts'
import { contractsData, contractsSheet } from './contract-open-data.ts'
import { listContracts, readProject } from './contract-page.ts'
import { changeNeed, endEmptyCall, giveBudget, nameNeed, publishCall, signContract, startOrStop } from './contract-preparing.ts'
import { acceptWork, addMilestoneFile, feedbackWords, giveFeedback, judge, report, sendMilestoneFile } from './contract-work.ts'

/** Does something to a project and answers with it as its reader may see it now. */
const then = async (deed: Deed, id: string, done: Promise<unknown>): Promise<ContractProject> => {
  await done
  return readProject(deed, id)
}

export function contractRoutes(app: App): void {
  implement(app, contracts.listContracts, ({ deed }) => listContracts(deed))
  implement(app, contracts.readContract, ({ deed, params }) => readProject(deed, params.projectId))
  implement(app, contracts.contractsData, ({ deed }) => contractsData(deed))
  implement(app, contracts.contractsSheet, async ({ deed, response }) => {
    void response.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="contracts.csv"')
    await response.send(await contractsSheet(deed))
    return sent
  })
  implement(app, contracts.nameNeed, async ({ deed, body, person }) => readProject(deed, await nameNeed(deed, person().personId, body)))
  implement(app, contracts.changeNeed, ({ deed, params: { projectId }, body }) => then(deed, projectId, changeNeed(deed, projectId, body)))
  implement(app, contracts.budgetContract, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, giveBudget(deed, projectId, body)),
  )
  implement(app, contracts.callForOffers, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, publishCall(deed, projectId, body)),
  )
  implement(app, contracts.callAgain, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, endEmptyCall(deed, projectId, body.reason)),
  )
  implement(app, contracts.handInOffer, ({ deed, params: { projectId }, body }) => then(deed, projectId, handIn(deed, projectId, body)))
  implement(app, contracts.offerFile, ({ deed, params, upload }) => addOfferFile(deed, params.offerId, upload()))
  implement(app, contracts.withdrawOffer, async ({ deed, params }) => {
    await withdraw(deed, params.offerId)
    return {}
  })
  implement(app, contracts.readOfferFile, async ({ deed, params, response }) => {
    await sendOfferFile(deed, params.offerId, response)
    return sent
  })
  implement(app, contracts.chooseOffer, ({ deed, params: { projectId }, body, person }) =>
    then(deed, projectId, choose(deed, person().personId, projectId, body)),
  )
  implement(app, contracts.signContract, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, signContract(deed, projectId, body)),
  )
  implement(app, contracts.stepContract, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, startOrStop(deed, projectId, body)),
  )
  implement(app, contracts.reportMilestone, async ({ deed, params, body }) =>
    readProject(deed, await report(deed, params.milestoneId, body.words)),
  )
  implement(app, contracts.milestoneFile, ({ deed, params, upload }) => addMilestoneFile(deed, params.milestoneId, upload()))
  implement(app, contracts.readMilestoneFile, async ({ deed, params, response }) => {
    await sendMilestoneFile(deed, params.fileId, response)
    return sent
  })
  implement(app, contracts.judgeMilestone, async ({ deed, params, body }) => readProject(deed, await judge(deed, params.milestoneId, body)))
  implement(app, contracts.giveFeedback, async ({ deed, params, body }) => {
    await giveFeedback(deed, params.projectId, body, 'phone')
    return {}
  })
  implement(app, contracts.enterFeedback, async ({ deed, params, body }) => {
    await giveFeedback(deed, params.projectId, body, 'paper')
    return {}
  })
  implement(app, contracts.readFeedback, ({ deed, params }) => feedbackWords(deed, params.projectId))
  implement(app, contracts.acceptContract, ({ deed, params: { projectId }, body, person }) =>
    then(deed, projectId, acceptWork(deed, person().personId, projectId, body.words)),
  )
  implement(app, contracts.payContract, ({ deed, params: { projectId }, body }) => then(deed, projectId, pay(deed, projectId, body)))
  implement(app, contracts.settleContract, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, settle(deed, projectId, body.reason)),
  )
  implement(app, contracts.evaluateContract, ({ deed, params: { projectId }, body }) =>
    then(deed, projectId, evaluate(deed, projectId, body)),
  )
}
