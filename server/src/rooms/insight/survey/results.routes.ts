import * as contract from '@ronghe/contract/insight/survey-results.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { readMethod, readResults } from './result-pages.ts'

export function surveyResultRoutes(app: App): void {
  implement(app, contract.readSurveyResults, ({ deed, query }) => readResults(deed, query.waveId))
  implement(app, contract.readSurveyMethod, ({ deed, params }) => readMethod(deed, params.waveId))
}
