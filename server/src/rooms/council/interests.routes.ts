import * as interests from '@ronghe/contract/council/interests.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { declareInterest, endInterest, myInterests } from './interests.ts'

export function interestRoutes(app: App): void {
  implement(app, interests.readMyInterests, ({ deed, person }) => myInterests(deed, person().personId))
  implement(app, interests.declareInterest, ({ deed, person, body }) => declareInterest(deed, person().personId, body))
  implement(app, interests.endInterest, ({ deed, person, params }) => endInterest(deed, person().personId, params.declarationId))
}
