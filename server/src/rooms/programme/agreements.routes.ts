import * as agreements from '@ronghe/contract/programme/agreements.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { addAgreement, addMatter, editAgreement, settleMatter, takeStep } from './agreement-steps.ts'
import { listAgreements, readAgreement } from './agreements.ts'

export function agreementRoutes(app: App): void {
  implement(app, agreements.listAgreements, ({ deed, query }) => listAgreements(deed, query.subject))
  implement(app, agreements.readAgreement, ({ deed, params }) => readAgreement(deed, params.agreementId))
  implement(app, agreements.addAgreement, ({ deed, body }) => addAgreement(deed, body))
  implement(app, agreements.editAgreement, ({ deed, params, body }) => editAgreement(deed, params.agreementId, body))
  implement(app, agreements.stepAgreement, ({ deed, params, body }) => takeStep(deed, params.agreementId, body.what))
  implement(app, agreements.addMatter, ({ deed, params, body }) => addMatter(deed, params.agreementId, body))
  implement(app, agreements.settleMatter, ({ deed, params, body }) => settleMatter(deed, params.matterId, body.outcome))
}
