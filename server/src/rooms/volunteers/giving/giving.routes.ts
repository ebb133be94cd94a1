import * as giving from '@ronghe/contract/volunteers/giving.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { readGivingPage } from './giving.ts'
import { decide, listForTeam, listWaiting, sendThanks } from './thanks.ts'

export function givingRoutes(app: App): void {
  implement(app, giving.readGiving, ({ deed }) => readGivingPage(deed))
  implement(app, giving.listThanks, ({ deed, params }) => listForTeam(deed, params.teamId))
  implement(app, giving.sendThanks, ({ deed, params, body, person }) =>
    sendThanks(deed, params.teamId, { ...body, from: person().personId }),
  )
  implement(app, giving.enterThanks, ({ deed, params, body }) => sendThanks(deed, params.teamId, { ...body, from: null }))
  implement(app, giving.listWaitingThanks, ({ deed }) => listWaiting(deed))
  implement(app, giving.decideThanks, async ({ deed, params, body }) => {
    await decide(deed, params.noteId, body.publish)
    return {}
  })
}
