import * as visits from '@ronghe/contract/council/visits.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { visitPlan } from './visit-plan.ts'
import { readByCode, withdrawByCode } from './visit-words.ts'
import { listVisits, readVisit, saveVisit, visitForm } from './visits.ts'

export function visitRoutes(app: App): void {
  implement(app, visits.saveVisit, ({ deed, params, body }) => saveVisit(deed, params.councilId, body))
  implement(app, visits.listVisits, ({ deed, params, query }) => listVisits(deed, params.councilId, query))
  implement(app, visits.readVisit, ({ deed, params }) => readVisit(deed, params.councilId, params.visitId))
  implement(app, visits.readVisitPlan, ({ deed, params }) => visitPlan(deed, params.councilId))
  implement(app, visits.readVisitForm, ({ deed, params }) => visitForm(deed, params.councilId))
  implement(app, visits.readVisitWords, ({ deed, body }) => readByCode(deed, body.code))
  implement(app, visits.withdrawVisitWords, ({ deed, body }) => withdrawByCode(deed, body.code))
}
