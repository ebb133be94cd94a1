import { endOtherSessions, endSession, listSessions } from '@ronghe/contract/people/sessions.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { endOneSession, endOthers, sessionsOf } from './sessions.ts'

export function sessionsRoutes(app: App): void {
  implement(app, listSessions, ({ deed, person }) => sessionsOf(deed, person()))
  implement(app, endSession, ({ deed, person, params }) => endOneSession(deed, person().personId, params.sessionId))
  implement(app, endOtherSessions, ({ deed, person }) => endOthers(deed, person()))
}
