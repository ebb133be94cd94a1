import { readCityPathModel, readPathModel } from '@ronghe/contract/insight/path-model.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { describeCityPathModel } from './city-path-model.ts'
import { describePathModel } from './path-model.ts'

export function pathModelRoutes(app: App): void {
  implement(app, readPathModel, ({ deed }) => describePathModel(deed))
  implement(app, readCityPathModel, ({ deed }) => describeCityPathModel(deed))
}
