import * as work from '@ronghe/contract/station/mediation-work.ts'
import * as mediation from '@ronghe/contract/station/mediation.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { readFigures } from './mediation-figures.ts'
import { assign, listFit, listMine, listToAssign, step } from './mediation-work.ts'
import { allWays, dangers, topicNames } from './mediation-ways.ts'
import { agreementToPrint, claim, myDisputes, newInvitation, readByCode, readOne, request, stepAsParty, stepByCode } from './mediation.ts'

export function mediationRoutes(app: App): void {
  implement(app, mediation.readMediation, async () => ({
    topics: mediation.topics.map((key) => ({ key, name: topicNames[key]! })),
    waysOn: allWays,
    dangers,
  }))
  implement(app, mediation.requestMediation, ({ deed, person, body }) => request(deed, person().personId, body))
  implement(app, mediation.listMyDisputes, ({ deed, person }) => myDisputes(deed, person().personId))
  implement(app, mediation.readDispute, ({ deed, person, params }) => readOne(deed, params.disputeId, person().personId))
  implement(app, mediation.printInvitation, ({ deed, person, params }) => newInvitation(deed, params.disputeId, person().personId))
  implement(app, mediation.stepDispute, ({ deed, person, params, body }) => stepAsParty(deed, params.disputeId, person().personId, body))
  implement(app, mediation.readDisputeByCode, ({ deed, body }) => readByCode(deed, body.code))
  implement(app, mediation.stepDisputeByCode, ({ deed, body }) => stepByCode(deed, body.code, body))
  implement(app, mediation.claimDispute, ({ deed, person, body }) => claim(deed, body.code, person().personId))
  implement(app, mediation.printAgreement, ({ deed, person, params }) => agreementToPrint(deed, params.disputeId, person().personId))
  implement(app, mediation.readMediationFigures, ({ deed, query }) => readFigures(deed, query.year))
  implement(app, work.listDisputesToAssign, ({ deed }) => listToAssign(deed))
  implement(app, work.listCandidates, ({ deed, params }) => listFit(deed, params.disputeId))
  implement(app, work.assignMediators, ({ deed, params, body }) => assign(deed, params.disputeId, body))
  implement(app, work.listMediations, ({ deed, person }) => listMine(deed, person().personId))
  implement(app, work.mediate, ({ deed, person, params, body }) => step(deed, params.disputeId, person().personId, body))
}
