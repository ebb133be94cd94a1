import * as organs from '@ronghe/contract/programme/organs.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { addOrgan, editOrgan, endOrgan, listOrgans, readOrgan } from './organs.ts'

export function organRoutes(app: App): void {
  implement(app, organs.listOrgans, ({ deed, query }) => listOrgans(deed, query.kind))
  implement(app, organs.readOrgan, ({ deed, params }) => readOrgan(deed, params.organId))
  implement(app, organs.addOrgan, ({ deed, body }) => addOrgan(deed, body))
  implement(app, organs.editOrgan, ({ deed, params, body }) => editOrgan(deed, params.organId, body))
  implement(app, organs.endOrgan, ({ deed, params, body }) => endOrgan(deed, params.organId, body.lastDay, body.reason))
}
