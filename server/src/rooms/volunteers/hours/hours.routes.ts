import * as hours from '@ronghe/contract/volunteers/hours.ts'
import { implement, sent, type App } from '../../../platform/http/implement.ts'
import { setting } from '../../../platform/settings/settings.ts'
import { listMonths, listTasks, noteOutcome } from './audit.ts'
import { claimHours, takeBack } from './claiming.ts'
import { confirmHours } from './confirming.ts'
import { getHours, getShiftLine } from './hours-rows.ts'
import { downloadMine, listForConfirmer, listMine, toOwn } from './my-hours.ts'
import { enterPaperHours, filePaper, listPaperShifts, nameServed, readPaperShift, sendPaper } from './paper.ts'
import { issueProofs } from './proofs.ts'

const toSpan = ({ from, until }: { readonly from: string; readonly until: string }) => ({ from: new Date(from), until: new Date(until) })

export function hoursRoutes(app: App): void {
  implement(app, hours.listMyHours, ({ deed, person }) => listMine(deed, person().personId))
  implement(app, hours.claimHours, async ({ deed, params, body, person }) => {
    const id = await claimHours(deed, person().personId, params.shiftId, toSpan(body))
    const { confirmDays } = await setting(deed, 'volunteers')
    return toOwn(deed, await getHours(deed, id), await getShiftLine(deed, params.shiftId), confirmDays)
  })
  implement(app, hours.takeBackHours, async ({ deed, params, person }) => {
    await takeBack(deed, person().personId, params.entryId)
    return {}
  })
  implement(app, hours.listToConfirm, ({ deed, person }) => listForConfirmer(deed, person().personId))
  implement(app, hours.confirmHours, async ({ deed, params, body, person }) => {
    await confirmHours(deed, person().personId, params.entryId, body.right)
    return {}
  })
  implement(app, hours.issueProofs, ({ deed, body, person }) => issueProofs(deed, person().personId, body))
  implement(app, hours.downloadMyHours, async ({ deed, query, person, response }) => {
    const bytes = await downloadMine(deed, person().personId, query)
    const type = query.as === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8'
    await response
      .type(type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="hours.${query.as}"`)
      .send(bytes)
    return sent
  })
  paperRoutes(app)
  auditRoutes(app)
}

function paperRoutes(app: App): void {
  implement(app, hours.listPaperShifts, ({ deed }) => listPaperShifts(deed))
  implement(app, hours.readPaperShift, ({ deed, params }) => readPaperShift(deed, params.shiftId))
  implement(app, hours.filePaper, ({ deed, params, upload }) => filePaper(deed, params.shiftId, upload()))
  implement(app, hours.readPaperFile, async ({ deed, params, response }) => {
    await sendPaper(deed, params.paperId, response)
    return sent
  })
  implement(app, hours.enterPaperHours, ({ deed, params, body: { personId, confirmedBy, ...time } }) =>
    enterPaperHours(deed, params.shiftId, { personId, confirmedBy, ...toSpan(time) }),
  )
  implement(app, hours.nameServed, async ({ deed, params, body }) => {
    await nameServed(deed, params.shiftId, body)
    return readPaperShift(deed, params.shiftId)
  })
}

function auditRoutes(app: App): void {
  implement(app, hours.listAudits, ({ deed }) => listMonths(deed))
  implement(app, hours.listAuditTasks, ({ deed }) => listTasks(deed))
  implement(app, hours.noteAuditOutcome, async ({ deed, params, body }) => {
    await noteOutcome(deed, params.month, params.name, body.outcome)
    return {}
  })
}
