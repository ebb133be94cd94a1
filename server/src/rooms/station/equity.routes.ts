import { readEquity } from '@ronghe/contract/station/equity.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { describeEquity } from './equity.ts'

export function equityRoutes(app: App): void {
  implement(app, readEquity, ({ deed, query }) => describeEquity(deed, query))
}
