import * as contract from '@ronghe/contract/insight/indicators.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { listIndicators, readIndicator, readPlaces } from './indicators.ts'

export function indicatorRoutes(app: App): void {
  implement(app, contract.listIndicators, ({ deed }) => listIndicators(deed))
  implement(app, contract.readIndicator, ({ deed, params }) => readIndicator(deed, params.key))
  implement(app, contract.readPlaces, ({ deed, params, query }) => readPlaces(deed, params.key, query))
}
