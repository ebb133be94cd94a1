import { readFlows } from '@ronghe/contract/insight/flows.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { readFlowsPage } from './flows.ts'

export function flowsRoutes(app: App): void {
  implement(app, readFlows, ({ deed }) => readFlowsPage(deed))
}
