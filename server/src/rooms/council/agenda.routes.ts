import * as agenda from '@ronghe/contract/council/agenda.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { addReport, confirmAgenda, moveItem, proposeAgenda, readAgenda } from './agenda.ts'

export function agendaRoutes(app: App): void {
  implement(app, agenda.readAgenda, ({ deed, params }) => readAgenda(deed, params.meetingId))
  implement(app, agenda.proposeAgenda, async ({ deed, params, body }) => {
    await proposeAgenda(deed, params.meetingId, body)
    return readAgenda(deed, params.meetingId)
  })
  implement(app, agenda.addReport, async ({ deed, params, body }) => {
    await addReport(deed, params.meetingId, body.title)
    return readAgenda(deed, params.meetingId)
  })
  implement(app, agenda.moveAgendaItem, async ({ deed, params, body }) => {
    await moveItem(deed, params.meetingId, params.itemId, body)
    return readAgenda(deed, params.meetingId)
  })
  implement(app, agenda.confirmAgenda, async ({ deed, params, body }) => {
    await confirmAgenda(deed, params.meetingId, body.lateReason)
    return readAgenda(deed, params.meetingId)
  })
}
