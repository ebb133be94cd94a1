import * as support from '@ronghe/contract/programme/support.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { decideSupport, deliverSupport, listSupport, receiveSupport, requestSupport, tellOutcome, withdrawSupport } from './support.ts'

export function supportRoutes(app: App): void {
  implement(app, support.listSupport, ({ deed, query }) => listSupport(deed, query))
  implement(app, support.requestSupport, ({ deed, body }) => requestSupport(deed, body))
  implement(app, support.decideSupport, ({ deed, params, body }) => decideSupport(deed, params.supportId, body))
  implement(app, support.deliverSupport, ({ deed, params, body }) => deliverSupport(deed, params.supportId, body.on))
  implement(app, support.receiveSupport, ({ deed, params }) => receiveSupport(deed, params.supportId))
  implement(app, support.tellOutcome, ({ deed, params, body }) => tellOutcome(deed, params.supportId, body.outcome))
  implement(app, support.withdrawSupport, ({ deed, params, body }) => withdrawSupport(deed, params.supportId, body.reason))
}
