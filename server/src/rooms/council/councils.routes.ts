import * as councils from '@ronghe/contract/council/council.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { chairSources, fillChair } from './chair.ts'
import { listCouncils, readCouncil } from './councils.ts'
import { nameDeputy } from './deputies.ts'

export function councilPageRoutes(app: App): void {
  implement(app, councils.listCouncils, ({ deed }) => listCouncils(deed))
  implement(app, councils.readCouncil, ({ deed, params }) => readCouncil(deed, params.councilId))
  implement(app, councils.nameDeputy, ({ deed, params, body }) => nameDeputy(deed, params.councilId, body.termId))
  implement(app, councils.listChairSources, ({ deed, params }) => chairSources(deed, params.councilId))
  implement(app, councils.fillChair, ({ deed, params, body }) => fillChair(deed, params.councilId, body.appointmentId))
}
