import { whoAmI } from '@ronghe/contract/people/session.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { describeSession } from './session.ts'

export function sessionRoutes(app: App): void {
  implement(app, whoAmI, ({ deed }) => describeSession(deed))
}
