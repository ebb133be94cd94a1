import * as care from '@ronghe/contract/volunteers/care.ts'
import { implement, type App } from '../../../platform/http/implement.ts'
import { listAlerts, recordFromPaper, settleAlert } from './alerts.ts'
import { myVisits, openVisit, recordVisit } from './my-visits.ts'
import { listRecipients, openRecipient } from './recipients.ts'
import { listCareShifts, planVisit } from './visit-planning.ts'
import { askForFamily, askForVisits, enterAgreement, enterRecipient, myWishes, removeRecipient, takeBackWish } from './wishes.ts'
import { listWorries, stepWorry, tellWorry } from './worries.ts'

export function careRoutes(app: App): void {
  implement(app, care.readMyWish, ({ deed, person }) => myWishes(deed, person().personId))
  implement(app, care.askForVisits, ({ deed, person, body }) => askForVisits(deed, person().personId, body))
  implement(app, care.askForFamily, ({ deed, person, body }) => askForFamily(deed, person().personId, body))
  implement(app, care.takeBackWish, ({ deed, person, params }) => takeBackWish(deed, person().personId, params.recipientId))
  implement(app, care.listRecipients, ({ deed }) => listRecipients(deed))
  implement(app, care.openRecipient, ({ deed, params }) => openRecipient(deed, params.recipientId))
  implement(app, care.enterRecipient, ({ deed, person, body }) => enterRecipient(deed, person(), body))
  implement(app, care.enterAgreement, ({ deed, person, params, body }) => enterAgreement(deed, person(), params.recipientId, body))
  implement(app, care.removeRecipient, ({ deed, params }) => removeRecipient(deed, params.recipientId))
  implement(app, care.listCareShifts, ({ deed }) => listCareShifts(deed))
  implement(app, care.planVisit, ({ deed, body }) => planVisit(deed, body))
  implement(app, care.listAlerts, ({ deed }) => listAlerts(deed))
  implement(app, care.settleAlert, ({ deed, params, body }) => settleAlert(deed, params.visitId, body.help))
  implement(app, care.recordFromPaper, ({ deed, params, body }) => recordFromPaper(deed, params.visitId, body))
  implement(app, care.listMyVisits, ({ deed, person }) => myVisits(deed, person().personId))
  implement(app, care.openMyVisit, ({ deed, person, params }) => openVisit(deed, person().personId, params.visitId))
  implement(app, care.recordVisit, ({ deed, person, params, body }) => recordVisit(deed, person().personId, params.visitId, body))
  implement(app, care.tellWorry, ({ deed, person, params, body }) => tellWorry(deed, person().personId, params.visitId, body.words))
  implement(app, care.listWorries, ({ deed }) => listWorries(deed))
  implement(app, care.stepWorry, ({ deed, params, body }) => stepWorry(deed, params.worryId, body.step))
}
