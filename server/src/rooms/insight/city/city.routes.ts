import * as contract from '@ronghe/contract/insight/city.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { describeCity, describeMeasure } from './city.ts'

export function cityRoutes(app: App): void {
  implement(app, contract.readCity, ({ deed, query }) => describeCity(deed, query))
  implement(app, contract.readCityMeasure, ({ deed, params, query }) => describeMeasure(deed, params.measure, query))
}
