import * as calls from '@ronghe/contract/council/seat-calls.ts'
import * as papers from '@ronghe/contract/council/seat-papers.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { listCalls, listObjections, readCall } from './seat-call-pages.ts'
import {
  answerNomination,
  answerObjection,
  cancelCall,
  confirmCall,
  nominate,
  objectTo,
  openCall,
  publishCall,
  standFor,
  withdrawCandidate,
} from './seat-calls.ts'
import { enterCandidacyOf, enterObjectionOf } from './seat-papers.ts'

export function seatCallRoutes(app: App): void {
  implement(app, papers.enterCandidacy, ({ deed, person, params, body }) => enterCandidacyOf(deed, person(), params.callId, body))
  implement(app, papers.enterObjection, ({ deed, person, params, body }) => enterObjectionOf(deed, person(), params.candidateId, body))
  implement(app, calls.listCalls, ({ deed, params }) => listCalls(deed, params.councilId))
  implement(app, calls.openCall, ({ deed, params, body }) => openCall(deed, params.councilId, body))
  implement(app, calls.standFor, ({ deed, person, params, body }) => standFor(deed, person().personId, params.callId, body))
  implement(app, calls.nominate, ({ deed, person, params, body }) => nominate(deed, person().personId, params.callId, body))
  implement(app, calls.answerNomination, ({ deed, person, params, body }) =>
    answerNomination(deed, person().personId, params.candidateId, body),
  )
  implement(app, calls.withdrawCandidate, ({ deed, person, params }) => withdrawCandidate(deed, person().personId, params.candidateId))
  implement(app, calls.objectTo, ({ deed, person, params, body }) => objectTo(deed, person().personId, params.candidateId, body.words))
  implement(app, calls.publishCall, async ({ deed, params }) => {
    await publishCall(deed, params.callId)
    return readCall(deed, params.callId)
  })
  implement(app, calls.listObjections, ({ deed, params }) => listObjections(deed, params.callId))
  implement(app, calls.answerObjection, ({ deed, params, body }) => answerObjection(deed, params.objectionId, body))
  implement(app, calls.confirmCall, async ({ deed, params, body }) => {
    await confirmCall(deed, params.callId, body.candidateIds)
    return readCall(deed, params.callId)
  })
  implement(app, calls.cancelCall, ({ deed, params }) => cancelCall(deed, params.callId))
}
