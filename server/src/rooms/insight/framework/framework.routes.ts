import * as contract from '@ronghe/contract/insight/framework.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { readFigure } from './framework.ts'
import { officeVersion, publicSteps } from './steps.ts'

export function frameworkRoutes(app: App): void {
  implement(app, contract.readFramework, ({ deed }) => readFigure(deed))
  implement(app, contract.listSteps, ({ deed }) => publicSteps(deed))
  implement(app, contract.readOffice, ({ deed }) => officeVersion(deed))
}
